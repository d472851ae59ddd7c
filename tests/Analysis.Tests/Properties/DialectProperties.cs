using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests.Properties;

public sealed class DialectProperties
{
    private static readonly string[] Awkward =
        ["plain", "with, comma", "semi;colon", "pipe|", "tab\there", "\"quoted\"", "two\nlines", "carriage\r\nreturn", "Ünïcödé", "日本", "a\"b", "'", " x", "#"];

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\t|\"\r\n");

    [Fact]
    public void A_table_written_in_any_dialect_reads_back_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(2_026, 5), Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), ReadsBack));

    private static void ReadsBack(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, random.Next(1, 200))
            .Select(_ => (Label: Awkward[random.Next(Awkward.Length)], Number: Math.Round(random.NextDouble() * 2000 - 1000, random.Next(6)), Missing: random.Next(8) == 0))
            .ToArray();
        using var table = new TempTable(Write(rows, random));

        var read = Table.Open(table.Path, table.FileName, new TableOptions(false, false, []), TestContext.Current.CancellationToken);

        Assert.Equal(rows.Length, read.Rows);
        var label = read.Column("label");
        var found = read.Sample.Block;
        for (var row = 0; row < rows.Length; row++)
        {
            Assert.Equal(rows[row].Label.Trim(), label.Levels[found.Codes[0]![row]]);
            Assert.Equal(rows[row].Missing ? double.NaN : rows[row].Number, found.Numbers[1]?[row] ?? double.NaN);
        }
    }

    private static byte[] Write((string Label, double Number, bool Missing)[] rows, Random random)
    {
        var delimiter = ",;\t|"[random.Next(4)];
        var end = new[] { "\n", "\r\n", "\r" }[random.Next(3)];
        var comma = delimiter != ',' && random.Next(2) == 0;
        var quoteAll = random.Next(3) == 0;
        // the first row tells which mark is the decimal one
        var text = new StringBuilder().Append("label").Append(delimiter).Append("number").Append(delimiter).Append("mark").Append(end);
        foreach (var (label, number, missing) in rows)
        {
            var mark = comma ? "0,5" : "0.5";
            var digits = missing ? "" : number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture).Replace('.', comma ? ',' : '.');
            text.AppendJoin(delimiter, Quoted(label), Quoted(digits), Quoted(mark)).Append(end);
        }

        return random.Next(3) switch
        {
            0 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ToString())],
            1 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.ToString())],
            _ => Encoding.UTF8.GetBytes(text.ToString()),
        };

        string Quoted(string field) => quoteAll || field.AsSpan().ContainsAny(NeedQuotes)
            ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : field;
    }
}
