using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Pipelines;

/// <summary>What a person reads while the pipeline runs: one plain line per event, the step's name first.</summary>
internal sealed class PipelineConsole(IConfiguration configuration, TextWriter output, TextWriter errors)
{
    private readonly Lock _gate = new();
    private int _width;

    /// <summary>From <c>--log-level</c>; Debug also shows stack traces.</summary>
    public LogLevel Level { get; } = CommandLine.ReadLogLevel(configuration);

    /// <summary>Lines up what follows the names of these steps.</summary>
    public void AlignFor(IEnumerable<PipelineStep> steps) => _width = steps.Max(s => s.Name.Length);

    public void Say(string step, string text) => Write(output, $"{step.PadRight(_width)}  {text}");

    public void Say(string text) => Write(output, text);

    public void Warn(string step, string text) => Say(step, $"warning: {text}");

    public void Fail(string text) => Write(errors, $"error: {text}");

    public static string Took(TimeSpan duration) => duration.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"({duration.TotalMilliseconds:0} ms)")
        : string.Create(CultureInfo.InvariantCulture, $"({duration.TotalSeconds:0.0} s)");

    private void Write(TextWriter writer, string line)
    {
        lock (_gate)
        {
            writer.WriteLine(line);
        }
    }
}
