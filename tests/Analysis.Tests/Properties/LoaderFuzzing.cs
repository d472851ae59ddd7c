using System.Diagnostics;
using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Properties;

/// <summary>
/// Files mutated at random are read or refused in words; nothing else happens. A thousand in every run, as many as FUZZ_FILES says when it is
/// set: a million takes minutes.
/// </summary>
public sealed class LoaderFuzzing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly byte[][] Interesting =
        [.. new[] { ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "\0", "\uFEFF", "NA", "1e400", "-", ".", "1,5", "%", "2024-01-31", "é", "１２", "NaN", "\u0000\u0001" }
            .Select(Encoding.UTF8.GetBytes), [0xFF], [0xC3], [0x1F, 0x8B], [0x50, 0x4B, 3, 4], [0xFF, 0xFE]];

    [Fact]
    public void A_mutated_file_is_read_or_refused_in_words()
    {
        var files = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_FILES"), out var asked) ? asked : 1_000;
        var seeds = Seeds();
        for (var number = 0; number < files; number++)
        {
            var random = new Random(number);
            var content = Mutate(seeds[random.Next(seeds.Count)], random);
            using var table = new TempTable(content, "table.csv");
            var watch = Stopwatch.StartNew();
            try
            {
                _ = random.Next(4) == 0 ? (object)table.Analyze(new AnalysisRequest { SkipBadRows = random.Next(2) == 0, Importance = random.Next(16) == 0 }) : table.Inspect();
            }
            catch (AnalysisException refused)
            {
                Assert.False(string.IsNullOrWhiteSpace(refused.Message));
            }
            catch (Exception exception)
            {
                Assert.Fail($"File {number}: {exception}");
            }

            Assert.True(watch.Elapsed < Patience, $"File {number} took {watch.Elapsed}.");
        }
    }

    private static List<byte[]> Seeds()
    {
        var folder = AppContext.BaseDirectory;
        return
        [
            .. Directory.GetFiles(Path.Combine(folder, "Oracle"), "*.csv").Order().Select(File.ReadAllBytes),
            .. Directory.GetFiles(Path.Combine(folder, "Workbooks")).Order().Select(File.ReadAllBytes),
            Encoding.Unicode.GetBytes("\uFEFFa;b\n1,5;x\n2,5;y\n"),
            Encoding.Latin1.GetBytes("größe,b\n1,ü\n2,ö\n"),
            "d,p\n31.01.2024,12%\n01.02.2024,13 %\n"u8.ToArray(),
            "a,\"b\"\"c\"\n\"x\ny\",1\n\"z\",2\n"u8.ToArray(),
        ];
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var content = new List<byte>(seed);
        for (var times = random.Next(1, 8); times > 0 && content.Count > 0; times--)
        {
            var at = random.Next(content.Count);
            switch (random.Next(6))
            {
                case 0:
                    content[at] = (byte)random.Next(256);
                    break;
                case 1:
                    content.RemoveRange(at, Math.Min(random.Next(1, 40), content.Count - at));
                    break;
                case 2:
                    content.InsertRange(at, Interesting[random.Next(Interesting.Length)]);
                    break;
                case 3:
                    content.RemoveRange(at, content.Count - at);
                    break;
                case 4:
                    content.InsertRange(at, content.GetRange(at, Math.Min(random.Next(1, 200), content.Count - at)));
                    break;
                default:
                    content[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. content];
    }
}
