namespace Aspire.Hosting.Dashboard.Traces;

/// <summary>A line of the waterfall.</summary>
/// <param name="Left">Where its bar starts, in percent of the whole.</param>
/// <param name="Events">Where something happened in it, in percent of the whole.</param>
public sealed record SpanRow(
    string Id, string Name, string Resource, int Depth, double Left, double Width, string Duration, bool IsError, bool IsOrphan, IReadOnlyList<double> Events);
