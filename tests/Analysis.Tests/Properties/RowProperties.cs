using System.Text;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests.Properties;

/// <summary>Reading some hundred rows column by column, where that may be, and reading row by row tell the same.</summary>
public sealed class RowProperties
{
    private const int Tries = 1_000;

    private static readonly string[] Fields = ["1", "-2.5", "0.001", "", "NA", "1e5", "x", "a long label, no", "12345678901234567890", " 7 ", "é"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_ways_of_reading_rows_agree(bool skipBadRows)
    {
        for (var seed = 0; seed < Tries; seed++)
        {
            var random = new Random(seed);
            var (text, kinds) = Table(random);
            Assert.True(Quickly(text, kinds, skipBadRows) == OneByOne(text, kinds, skipBadRows), $"seed {seed}:\n{text}");
        }
    }

    private static readonly Dialect Commas = new((byte)';', (byte)'.');

    private static string Quickly(string text, ColumnKind[] kinds, bool skipBadRows)
    {
        try
        {
            var block = new BlockParser(Commas, Names(kinds), kinds, new bool[kinds.Length], skipBadRows).Parse(ChunkOf(text));
            return Told(block.Rows, block.RowStarts, [.. block.SkippedLines], block.Labels, block.Misfits);
        }
        catch (TableFormatException refused)
        {
            return refused.Message;
        }
    }

    private static string OneByOne(string text, ColumnKind[] kinds, bool skipBadRows)
    {
        try
        {
            var chunk = ChunkOf(text);
            var columns = new ColumnBuffers(Commas, kinds, new bool[kinds.Length]);
            var skipped = new List<long>();
            var starts = new int[chunk.Length + 1];
            columns.Reset(starts.Length);
            var (at, rows) = (0, 0);
            new AnyRows(Commas, Names(kinds), columns, skipBadRows ? skipped : null).Read(chunk, ref at, chunk.Length, starts, ref rows);
            return Told(new RowBlock { Rows = rows, Numbers = columns.Numbers, Codes = columns.Codes, Missing = columns.Missing }, starts, skipped, columns.Labels, columns.Misfits);
        }
        catch (TableFormatException refused)
        {
            return refused.Message;
        }
    }

    private static string Told(RowBlock rows, int[] starts, List<long> skipped, LabelTable?[] labels, (string Value, int Row)?[] misfits) => string.Join('|',
        rows.Rows, string.Join(' ', starts.Take(rows.Rows)), string.Join(' ', skipped), string.Join(' ', rows.Missing!), string.Join(' ', misfits),
        string.Join('/', rows.Numbers.Select(column => string.Join(' ', column?.Take(rows.Rows) ?? []))),
        string.Join('/', rows.Codes.Select(column => string.Join(' ', column?.Take(rows.Rows) ?? []))),
        string.Join('/', labels.Select(column => string.Join(' ', column?.Labels ?? []))));

    private static string[] Names(ColumnKind[] kinds) => [.. kinds.Select((_, column) => $"c{column}")];

    private static Chunk ChunkOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new Chunk([.. bytes, .. Enumerable.Repeat((byte)'\n', Chunk.Slack)], bytes.Length, 2, 0);
    }

    /// <summary>Mostly as it should be, of any width and length; at times with rows of other lengths, blank lines, other line ends, quotes.</summary>
    private static (string Text, ColumnKind[] Kinds) Table(Random random)
    {
        var columns = random.Next(20) == 0 ? random.Next(500, 3_000) : random.Next(1, 8);
        var kinds = Enumerable.Range(0, columns).Select(_ => random.Next(3) == 0 ? ColumnKind.Label : ColumnKind.Number).ToArray();
        var rows = random.Next(4) == 0 ? random.Next(200, 1_500) : random.Next(1, 40);
        rows = Math.Min(rows, 6_000 / columns + 1);
        var end = random.Next(3) == 0 ? "\r\n" : "\n";
        var odd = random.Next(2) == 0 ? 0 : random.Next(1, 4);
        var text = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            var width = odd > 0 && random.Next(rows) < odd && random.Next(2) == 0 ? Math.Max(1, columns + random.Next(-1, 2)) : columns;
            text.AppendJoin(';', Enumerable.Range(0, width).Select(_ => random.Next(10) == 0 ? Fields[random.Next(Fields.Length)] : random.Next(2_000).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            text.Append(odd == 0 || random.Next(rows) >= odd ? end : Odd(random));
        }

        if (random.Next(2) == 0)
            text.Length -= end.Length;
        return (text.Length == 0 ? "1" : text.ToString(), kinds);
    }

    private static string Odd(Random random) => random.Next(5) switch { 0 => "\n\n", 1 => "\r", 2 => "\r\n\r\n", 3 => ";\"a;b\"\n", _ => "\n\r\n" };
}
