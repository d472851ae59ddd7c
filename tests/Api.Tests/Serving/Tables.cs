using System.Globalization;
using System.Text;

namespace RegressionAnalyzer.Api.Tests.Serving;

/// <summary>Tables to send.</summary>
public static class Tables
{
    /// <summary>Twelve rows, two features, a category, and a missing value.</summary>
    public const string Small = """
        price,area,rooms,district
        210,50,2,north
        260,64,2,south
        305,78,3,north
        330,81,3,south
        298,70,3,east
        402,102,4,east
        455,118,4,north
        390,99,4,south
        505,131,5,east
        520,140,5,north
        275,66,2,east
        NA,90,3,south
        """;

    /// <summary>A table of rows of numbers, the same for the same seed.</summary>
    public static string Numbers(int rows, int columns = 4, int seed = 1)
    {
        var random = new Random(seed);
        var text = new StringBuilder(string.Join(',', Enumerable.Range(0, columns).Select(static column => $"x{column}"))).AppendLine(",y");
        for (var row = 0; row < rows; row++)
        {
            var values = Enumerable.Range(0, columns).Select(_ => random.NextDouble()).ToArray();
            var y = values.Select(static (value, column) => value * (column + 1)).Sum() + (random.NextDouble() / 10);
            text.AppendJoin(',', values.Append(y).Select(static value => value.ToString("R", CultureInfo.InvariantCulture))).AppendLine();
        }

        return text.ToString();
    }

    public static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", name));
}
