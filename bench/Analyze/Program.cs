using System.Text.Json;
using System.Text.Json.Serialization;
using RegressionAnalyzer.Analysis;

if (args is not [var file, var target, var folder, .. var options])
{
    Console.Error.WriteLine("analyze FILE TARGET FOLDER [--dark] [--svg]: writes result.json and the charts into FOLDER. An empty TARGET is the last numeric column.");
    return 2;
}

Directory.CreateDirectory(folder);
var result = Analyzer.Analyze(file, Path.GetFileName(file), new AnalysisRequest { Target = target.Length == 0 ? null : target });
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

using var json = File.Create(Path.Combine(folder, "result.json"));
JsonSerializer.Serialize(json, new { result.Rows, result.Statistics, result.Warnings }, new JsonSerializerOptions
{
    PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NumberHandling = JsonNumberHandling.Strict,
});
return 0;
