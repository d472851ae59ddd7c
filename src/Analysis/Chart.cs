namespace RegressionAnalyzer.Analysis;

/// <summary>The page a chart is to stand on.</summary>
public enum ChartTheme
{
    Light,
    Dark,
}

/// <summary>A chart of an analysis, drawn when asked for; the same bytes for the same input.</summary>
public abstract class Chart
{
    /// <summary>A name fit for a URL and a file, such as <c>actual_vs_predicted</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The title a person reads.</summary>
    public abstract string Title { get; }

    /// <summary>What the chart shows, in a sentence for those who cannot see it.</summary>
    public abstract string Description { get; }

    public abstract void WritePng(Stream output, ChartTheme theme);

    public abstract void WriteSvg(Stream output, ChartTheme theme);

    public void WritePng(Stream output) => WritePng(output, ChartTheme.Light);

    public void WriteSvg(Stream output) => WriteSvg(output, ChartTheme.Light);
}
