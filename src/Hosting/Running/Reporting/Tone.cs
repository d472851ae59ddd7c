namespace Aspire.Hosting.Running;

/// <summary>What a line means to the person: its colour, where there are colours.</summary>
internal enum Tone
{
    Plain,
    Good,
    Warning,
    Bad,
}
