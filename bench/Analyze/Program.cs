using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using RegressionAnalyzer.Analysis;

if (args is not [var file, var target, var folder, .. var options])
{
    Console.Error.WriteLine("analyze FILE TARGET FOLDER [--dark] [--svg] [--times]: writes result.json and the charts into FOLDER. An empty TARGET is the last numeric column.");
    return 2;
}

var clock = Stopwatch.StartNew();
Directory.CreateDirectory(folder);
var stages = new Stages(options.Contains("--times") ? clock : null);
var result = Analyzer.Analyze(file, Path.GetFileName(file), new AnalysisRequest { Target = target.Length == 0 ? null : target }, stages);
var theme = options.Contains("--dark") ? ChartTheme.Dark : ChartTheme.Light;
Parallel.ForEach(result.Charts, chart =>
{
    using var png = File.Create(Path.Combine(folder, chart.Name + ".png"));
    chart.WritePng(png, theme);
    if (!options.Contains("--svg"))
        return;
    using var svg = File.Create(Path.Combine(folder, chart.Name + ".svg"));
    chart.WriteSvg(svg, theme);
});

using (var json = File.Create(Path.Combine(folder, "result.json")))
    JsonSerializer.Serialize(json, new Written(result.Rows, result.Statistics, result.Warnings), WrittenJson.Default.Written);
stages.Report(new("written", 1));
return 0;

/// <summary>Says when each stage starts.</summary>
internal sealed class Stages(Stopwatch? clock) : IProgress<AnalysisProgress>
{
    public void Report(AnalysisProgress value)
    {
        if (clock is not null)
            Console.Error.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalMilliseconds,8:0} ms {Environment.CpuUsage.TotalTime.TotalMilliseconds,8:0} ms of processor  {value.Stage}"));
    }
}

/// <summary>What is written of a result, charts apart.</summary>
internal sealed record Written(long Rows, Statistics Statistics, IReadOnlyList<string> Warnings);

/// <summary>Generated, so that it can be compiled ahead of time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(Written))]
internal sealed partial class WrittenJson : JsonSerializerContext;
