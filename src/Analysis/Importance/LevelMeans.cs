namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>
/// A category as a number: the mean of the target in the training rows that have it, drawn towards the whole mean where they are few. Among all
/// orders of the categories this one holds the best split in two (Fisher, "On grouping for maximum homogeneity", 1958).
/// </summary>
internal sealed class LevelMeans
{
    /// <summary>The weight of the whole mean, in rows: without it a category of one row would give its target away.</summary>
    private const double Prior = 5;

    private readonly double[] _means;

    public LevelMeans(int[] codes, double[] target, int levels)
    {
        var mean = target.Average();
        var sums = new double[levels];
        var counts = new int[levels];
        for (var row = 0; row < codes.Length; row++)
        {
            sums[codes[row]] += target[row] - mean;
            counts[codes[row]]++;
        }

        _means = [.. sums.Zip(counts, (sum, count) => sum / (count + Prior))];
    }

    public double[] Of(int[] codes) => Array.ConvertAll(codes, code => _means[code]);
}
