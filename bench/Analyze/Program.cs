using System.Diagnostics;
using System.Text.Json;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Bench;

if (args is not [_, _, _, ..])
{
    Console.Error.WriteLine("analyze FILE TARGET FOLDER [--charts=NAME,...] [--dark] [--svg] [--times] [--repeat=N]: writes result.json and the charts, all or those named, into FOLDER. An empty TARGET is the last numeric column.");
    return 2;
}

Repeated.Run(args, static arguments => Analyze(arguments[0], arguments[1], arguments[2], arguments[3..]));
return 0;

static void Analyze(string file, string target, string folder, string[] options)
{
    const string Charts = "--charts=";
    Directory.CreateDirectory(folder);
    var stages = new Stages(options.Contains("--times") ? Stopwatch.StartNew() : null);
    var result = Analyzer.Analyze(file, Path.GetFileName(file), new AnalysisRequest { Target = target.Length == 0 ? null : target }, stages);
    var named = options.FirstOrDefault(option => option.StartsWith(Charts, StringComparison.Ordinal))?[Charts.Length..].Split(',');
    var theme = options.Contains("--dark") ? ChartTheme.Dark : ChartTheme.Light;
    Parallel.Invoke(
        () =>
        {
            using var json = File.Create(Path.Combine(folder, "result.json"));
            JsonSerializer.Serialize(json, new Written(result.Rows, result.Statistics, result.Warnings), WrittenJson.Default.Written);
        },
        () => Parallel.ForEach(result.Charts.Where(chart => named?.Contains(chart.Name) ?? true), chart =>
        {
            using var png = File.Create(Path.Combine(folder, chart.Name + ".png"));
            chart.WritePng(png, theme);
            if (!options.Contains("--svg"))
                return;
            using var svg = File.Create(Path.Combine(folder, chart.Name + ".svg"));
            chart.WriteSvg(svg, theme);
        }));
    stages.Report(new("written", 1));
}
