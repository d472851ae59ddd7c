namespace Aspire.Hosting.Dashboard.ConsoleLogs;

/// <param name="Sequence">Counted over all sources, in the order the lines came.</param>
/// <param name="Received">When it came, in UTC: a process's line does not say when it was written.</param>
internal sealed record ConsoleLine(long Sequence, DateTime Received, string Source, string Text, bool IsError);
