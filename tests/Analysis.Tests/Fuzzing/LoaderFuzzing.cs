using System.Globalization;

namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>
/// Files damaged at random are read or refused in words, soon and without filling the memory; nothing else happens. Each run tries a few; a long one is
/// started by <c>FUZZ_FILES=1000000 DOTNET_gcServer=0 DOTNET_GCHeapHardLimit=20000000</c> (512 MiB, in hexadecimal) before the built test program with
/// <c>-class "*LoaderFuzzing" -showliveoutput</c>. <c>FUZZ_SEED</c> chooses other files, <c>FUZZ_FROM</c> begins at a later one,
/// <c>FUZZ_KEEP</c> names a folder for those that went wrong.
/// </summary>
public sealed class LoaderFuzzing(ITestOutputHelper output)
{
    private const int Usual = 1_500;
    private const int Interval = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void A_damaged_file_is_read_or_refused_in_words()
    {
        var (seed, from, files) = (Setting("FUZZ_SEED", 1), Setting("FUZZ_FROM", 0), Setting("FUZZ_FILES", Usual));
        var run = new FuzzRun(seed, Environment.GetEnvironmentVariable("FUZZ_KEEP"));
        // on a thread of its own, so that one that never ends is told and not waited for
        var reader = new Thread(() => ReadAll(run, from, files)) { IsBackground = true, Name = "fuzzing" };
        reader.Start();
        while (!reader.Join(TimeSpan.FromSeconds(1)))
        {
            if (run.Current.For > Patience)
                Assert.Fail($"{run.KeepCurrent()} takes more than {Patience.TotalSeconds} s.");
        }

        output.WriteLine(Summary(run, seed, from + files));
        Assert.True(run.Failures.Count == 0, $"Seed {seed}:\n{string.Join("\n\n", run.Failures)}");
        Assert.True(run.Read > files / 4 && run.Refused > files / 20, Summary(run, seed, from + files));
    }

    private void ReadAll(FuzzRun run, int from, int files)
    {
        for (var number = from; number < from + files; number++)
        {
            run.Try(number);
            if ((number + 1 - from) % Interval == 0)
                output.WriteLine(Summary(run, Setting("FUZZ_SEED", 1), number + 1));
        }
    }

    private static string Summary(FuzzRun run, int seed, int next) => string.Create(CultureInfo.InvariantCulture,
        $"Seed {seed}, to file {next}: {run.Read} read, {run.Refused} refused, {run.Failures.Count} kinds of failure; slowest {run.Slowest.TotalMilliseconds:0} ms (file {run.SlowestFile}), working set {Environment.WorkingSet >> 20} MiB.");

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
