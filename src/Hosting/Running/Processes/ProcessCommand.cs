namespace Aspire.Hosting.Running;

/// <summary>A process about to be started.</summary>
/// <param name="FileName">A full path.</param>
internal sealed record ProcessCommand(
    string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment);
