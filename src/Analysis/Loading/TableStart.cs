using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What the first records of a text table tell: how it is written, and its columns' names.</summary>
/// <param name="Dialect">How fields are told apart.</param>
/// <param name="Names">The columns' names, each once.</param>
/// <param name="DataStart">The place of the first byte after the header.</param>
/// <param name="FirstDataLine">The line after the header.</param>
/// <param name="Sample">The first records after the header.</param>
/// <param name="Warnings">What is not read, was mended in the header, or chosen without evidence.</param>
internal sealed record TableStart(
    Dialect Dialect, IReadOnlyList<string> Names, long DataStart, long FirstDataLine, ReadOnlyMemory<byte> Sample, IReadOnlyList<string> Warnings)
{
    /// <summary>More columns than a spreadsheet holds are a mistake more often than a table.</summary>
    public const int MaxColumns = 16_384;

    private const int MaxNameLength = 10_000;

    /// <summary>Whether the header is UTF-8, as text without a byte order mark is first taken to be.</summary>
    public required bool IsValidUtf8 { get; init; }

    public static TableStart Read(TableFile file)
    {
        using var stream = file.Open();
        var sample = ReadSample(stream, ChunkReader.ChunkBytes);
        if (sample.Length == 0)
            throw file.NoTable("is empty. Expected a table: a line of column names and lines of values.");
        RejectBinary(sample);
        var (hint, hintEnd) = Dialect.Hint(sample);
        var dialect = Dialect.Detect(sample.AsSpan(hintEnd), hint);
        while (RecordBoundary.Last(sample.AsSpan(hintEnd), dialect.Delimiter) == 0 && sample.Length < ChunkReader.MaxRecordBytes)
        {
            var more = ReadSample(stream, sample.Length);
            if (more.Length == 0)
                break;
            sample = [.. sample, .. more];
        }

        if (sample.Length >= ChunkReader.MaxRecordBytes)
            throw new TableFormatException($"The first line is longer than {ChunkReader.MaxRecordBytes >> 20} MiB. Expected a line of column names.", 1);
        var reader = new FieldReader(sample, dialect.Delimiter) { Position = hintEnd };
        if (!reader.SkipBlankLines())
            throw file.NoTable("holds blank lines only. Expected a table: a line of column names and lines of values.");
        var header = ReadHeader(ref reader);
        var start = Math.Min(reader.Position, sample.Length);
        if (!reader.SkipBlankLines())
            throw file.NoTable("has column names but no rows of values.", 1);
        var (names, warnings) = ColumnNames.From(header);
        return new TableStart(dialect, names, start, 1 + TextFacts.Of(sample.AsSpan(0, start)).Lines, sample.AsMemory(start),
            [.. file.Warnings(), .. file.IsTurned ? [] : NumbersAsNames.Warnings(header, dialect.DecimalMark), .. warnings, .. dialect.Warnings()])
        {
            IsValidUtf8 = System.Text.Unicode.Utf8.IsValid(sample.AsSpan(0, start)),
        };
    }

    /// <summary>Opens the text at its first row.</summary>
    public Stream OpenRows(TableFile file)
    {
        var stream = file.Open();
        if (stream.CanSeek)
            stream.Seek(DataStart, SeekOrigin.Current);
        else
            stream.ReadExactly(new byte[DataStart]);
        return stream;
    }

    private static List<string> ReadHeader(ref FieldReader reader)
    {
        var header = new List<string>();
        do
        {
            header.Add(Encoding.UTF8.GetString(reader.Next().TrimField()));
            if (header[^1].Length > MaxNameLength)
                throw new TableFormatException($"Name {header.Count} on the first line is longer than {MaxNameLength} characters. Expected a line of column names.", 1);
            if (reader.QuoteLeftOpen)
                throw new TableFormatException($"A quote in the column names, at name {header.Count}, is never closed.", 1);
            if (header.Count > MaxColumns)
                throw new TableFormatException($"The first line has more than {MaxColumns} fields. A table of at most {MaxColumns} columns can be analysed.", 1);
        }
        while (!reader.RecordEnded);
        return header;
    }

    private static byte[] ReadSample(Stream stream, int bytes)
    {
        var sample = new byte[stream.CanSeek ? Math.Min(bytes, stream.Length - stream.Position) : bytes];
        bytes = sample.Length;
        var read = stream.ReadAtLeast(sample, bytes, throwOnEndOfStream: false);
        return read == bytes ? sample : sample[..read];
    }

    private static void RejectBinary(ReadOnlySpan<byte> sample)
    {
        var nul = sample.IndexOf((byte)0);
        if (nul >= 0)
            throw TextFault.Nul(1 + TextFacts.Of(sample[..nul]).Lines);
    }
}
