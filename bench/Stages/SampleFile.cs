using System.Globalization;

namespace RegressionAnalyzer.Bench.Stages;

/// <summary>The table of ../peers/make_data.py, from another generator: eight numbers with a known law, a category, the target.</summary>
internal sealed class SampleFile : IDisposable
{
    public const int Features = 8;

    public SampleFile(int rows)
    {
        var random = new Random(7);
        using var file = new StreamWriter(Path);
        file.WriteLine(string.Join(',', Enumerable.Range(1, Features).Select(feature => $"x{feature}")) + ",segment,revenue");
        for (var row = 0; row < rows; row++)
        {
            var target = 10 + 3 * Normal(random);
            for (var feature = 1; feature <= Features; feature++)
            {
                var value = feature * Normal(random);
                target += feature == Features ? 0 : (feature - 3) * value;
                file.Write(string.Create(CultureInfo.InvariantCulture, $"{value:G6},"));
            }

            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + random.Next(4))},{target:G8}"));
        }
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
