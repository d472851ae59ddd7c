namespace Aspire.Hosting.Dashboard.Metrics;

/// <param name="Points">In order of time; a gap is a point whose value is no number.</param>
public sealed record PlottedLine(string Name, IReadOnlyList<(DateTimeOffset Time, double Value)> Points)
{
    public double Last => Points.Count == 0 ? double.NaN : Points[^1].Value;
}
