using RegressionAnalyzer.Analysis.Importance;

namespace RegressionAnalyzer.Analysis.Tests.Importance;

public sealed class SplitSearchTests
{
    private const int Features = SplitSearch.Together;

    /// <summary>By bins and row by row, against asking every question there is.</summary>
    [Fact]
    public void Both_ways_find_the_best_question()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var bins = random.Next(4) == 0 ? 3 : FeatureBins.Most;
            var byRow = Enumerable.Range(0, 40 * Features).Select(_ => (byte)random.Next(bins)).ToArray();
            Drawn[] rows = [.. Enumerable.Range(0, random.Next(3, FewRowsSearch.Most + 1)).Select(_ => DrawnRow(random))];
            var (sum, count) = (rows.Sum(row => row.Sum), rows.Sum(row => row.Times));
            var (byBins, few) = (new SplitSearch(byRow, Features), new FewRowsSearch(byRow, Features));
            byBins.Gather(rows, [0, 1, 2, 3]);
            few.Gather(rows);
            for (var feature = 0; feature < Features; feature++)
            {
                var (expected, mayBe) = Asked(rows, [.. rows.Select(row => byRow[row.Row * Features + feature])], count);
                foreach (var found in (Split[])[byBins.Best(feature, feature, sum, count), few.Best(feature, sum, count)])
                {
                    Assert.Equal(mayBe.Count > 0, found.Feature == feature);
                    if (mayBe.Count == 0)
                        continue;
                    Assert.Equal(expected, found.Gain, 1e-9 * (1 + expected));
                    Assert.Contains(found.Bin, mayBe);
                }
            }
        }
    }

    private static Drawn DrawnRow(Random random)
    {
        var times = random.Next(1, 4);
        return new Drawn(random.Next(40), times, times * (random.NextDouble() - 0.5));
    }

    /// <summary>The largest gain, and the questions that have it.</summary>
    private static (double Gain, List<int> Bins) Asked(Drawn[] rows, byte[] bins, int count)
    {
        var gains = new Dictionary<int, double>();
        foreach (var bin in bins.Distinct())
        {
            var left = rows.Where((_, at) => bins[at] <= bin).ToArray();
            var right = rows.Where((_, at) => bins[at] > bin).ToArray();
            if (left.Sum(row => row.Times) >= SplitSearch.SmallestLeaf && right.Sum(row => row.Times) >= SplitSearch.SmallestLeaf)
                gains.Add(bin, Level(left) + Level(right) - Level(rows));
        }

        var best = gains.Count == 0 ? 0 : gains.Values.Max();
        return (best, [.. gains.Where(gain => gain.Value >= best - 1e-9).Select(gain => gain.Key)]);
    }

    private static double Level(Drawn[] rows) => rows.Sum(row => row.Sum) * rows.Sum(row => row.Sum) / rows.Sum(row => row.Times);
}
