namespace RegressionAnalyzer.Api.Charts;

/// <summary>Where a chart is, and what it shows to those who cannot see it.</summary>
internal sealed record ChartLink(string Name, string Title, string Description, string Png, string Svg);

/// <summary>The charts of a job, in the order to show them.</summary>
internal sealed record ChartList(string JobId, string Status, IReadOnlyList<ChartLink> Charts);
