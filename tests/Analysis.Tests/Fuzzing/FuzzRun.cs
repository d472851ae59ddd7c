using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>Brings damaged files one after the other, each made from the seed and its number alone, and notes what went wrong.</summary>
/// <param name="seed">With the number it makes the file.</param>
/// <param name="keep">The folder to keep a file in that went wrong or took long; null to keep none.</param>
internal sealed class FuzzRun(int seed, string? keep)
{
    private const int MaxFailures = 50;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { Converters = { new FiniteNumbers() } };

    private readonly ConcurrentDictionary<string, string> _failures = new();
    private AnalysisRequest? _asked;
    private FuzzedFile? _file;
    private long _current = -1;
    private long _began = Stopwatch.GetTimestamp();

    /// <summary>What went wrong, one for each place in the code.</summary>
    public ICollection<string> Failures => _failures.Values;

    /// <summary>The file that is being read, and for how long.</summary>
    public (long Number, TimeSpan For) Current => (Interlocked.Read(ref _current), Stopwatch.GetElapsedTime(Interlocked.Read(ref _began)));

    public long Read { get; private set; }

    public long Refused { get; private set; }

    /// <summary>The most processor time that one file took; of the whole process, which in a long run does nothing else.</summary>
    public TimeSpan Slowest { get; private set; }

    public long SlowestFile { get; private set; }

    public void Try(long number)
    {
        Interlocked.Exchange(ref _began, Stopwatch.GetTimestamp());
        Interlocked.Exchange(ref _current, number);
        if (_failures.Count >= MaxFailures)
            return;
        _asked = null;
        var random = new Random(Scatter(seed, number));
        var file = _file = DamagedFiles.Next(random);
        using var table = new TempTable(file.Content, file.Name);
        var before = Environment.CpuUsage.TotalTime;
        try
        {
            Use(table, random);
            Read++;
        }
        catch (AnalysisException refused) when (!string.IsNullOrWhiteSpace(refused.Message))
        {
            Refused++;
        }
        catch (Exception wrong)
        {
            Note(number, file, wrong);
        }

        var took = Environment.CpuUsage.TotalTime - before;
        if (took > Long)
            Keep(number, file);
        if (took > Slowest)
            (Slowest, SlowestFile) = (took, number);
    }

    private void Use(TempTable table, Random random)
    {
        if (random.Next(3) > 0)
        {
            JsonSerializer.Serialize(Analyzer.Inspect(table.Path, table.FileName, transpose: null, skipBadRows: random.Next(4) > 0), Strict);
            return;
        }

        var request = RandomRequest.Next(random);
        _asked = request;
        var result = table.Analyze(request);
        JsonSerializer.Serialize(result, Strict);
        if (random.Next(32) == 0)
        {
            foreach (var chart in result.Charts)
                chart.WriteSvg(Stream.Null, (ChartTheme)random.Next(2));
        }
    }

    private void Note(long number, FuzzedFile file, Exception wrong)
    {
        var place = (wrong.StackTrace ?? "").Split('\n').FirstOrDefault(static line => line.Contains("RegressionAnalyzer", StringComparison.Ordinal), wrong.StackTrace ?? "");
        if (_failures.TryAdd($"{wrong.GetType().Name} {(wrong as JsonException)?.Path ?? place.Trim()}", $"File {number} ({file.Name}, {file.Content.Length} bytes){(_asked is null ? "" : $", asked {_asked}")}: {wrong}"))
            Keep(number, file);
    }

    /// <summary>Keeps the file that is being read.</summary>
    public string KeepCurrent()
    {
        Keep(_current, _file!);
        return $"Seed {seed}, file {_current} ({_file!.Name}){(_asked is null ? "" : $", asked {_asked}")}";
    }

    private void Keep(long number, FuzzedFile file)
    {
        if (keep is not null)
            File.WriteAllBytes(Path.Combine(keep, $"{seed}-{number}-{file.Name}"), file.Content);
    }

    /// <summary>The same on every run and every machine, as <see cref="HashCode"/> is not.</summary>
    private static int Scatter(int seed, long number) => unchecked((int)((ulong)(seed * 1_000_000_007L + number) * 0x9E3779B97F4A7C15 >> 33));
}
