using System.Collections;
using System.Text.Json;
using RegressionAnalyzer.Analysis.Charts;

namespace RegressionAnalyzer.Analysis;

/// <summary>The charts of an analysis in the order to show them, drawn when asked for: by the process that made the analysis, or by another from what it saved.
/// What has nothing to show is left out.</summary>
public sealed class ChartSet : IReadOnlyList<Chart>
{
    private readonly ChartData _data;
    private readonly List<Chart> _charts;

    internal ChartSet(ChartData data) => (_data, _charts) = (data, [.. Of(data)]);

    public int Count => _charts.Count;

    public Chart this[int index] => _charts[index];

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="JsonException">It is not that.</exception>
    public static ChartSet Load(Stream input) =>
        new(JsonSerializer.Deserialize(input, ChartDataJson.Default.ChartData) ?? throw new JsonException("It holds no charts."));

    /// <summary>Writes what is needed to draw the charts again, to the same bytes.</summary>
    public void Save(Stream output) => JsonSerializer.Serialize(output, _data, ChartDataJson.Default.ChartData);

    public IEnumerator<Chart> GetEnumerator() => _charts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<Chart> Of(ChartData data)
    {
        var points = data.Sample.Points;
        if (points.Count > 0)
            yield return new ActualVsPredicted(data.Target, data.Sample);
        if (data.Importance is { } importance)
            yield return new ImportanceBars(importance);
        if (data.Effects.Count > 0)
            yield return new CoefficientIntervals(data.Target, data.Effects);
        if (data.Strongest is { } line && points.Count > 0)
            yield return new StrongestFeature(data.Target, line, data.Sample, alone: data.Effects.Count == 1);
        if (points.Count > 0)
            yield return new ResidualsVsFitted(data.Target, data.Sample);
        if (points.Count > 2 && points.Any(point => point.Residual != 0))
            yield return new NormalQuantiles(data.Target, data.Sample);
        if (data.Correlations is { } correlations)
            yield return new CorrelationTriangle(correlations);
        if (data.Extremes.Count > 0)
            yield return new MinMaxRanges(data.Extremes);
    }
}
