namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>
/// Short texts that come again and again (keys, names, routes) as one object each. A table of fixed size in which the newer takes the place of the
/// older: it never grows, needs no lock, and a text that it has lost is only kept twice.
/// </summary>
internal sealed class SharedStrings
{
    private const int Slots = 8192;
    private const int MaxLength = 128;

    private readonly string?[] _slots = new string?[Slots];

    public string Share(string text)
    {
        if (text.Length is 0 or > MaxLength)
            return text;

        ref var slot = ref _slots[(uint)text.GetHashCode(StringComparison.Ordinal) % Slots];
        if (slot is { } known && known == text)
            return known;

        slot = text;
        return text;
    }
}
