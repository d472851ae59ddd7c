using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>How a text table is written.</summary>
/// <param name="Delimiter">The byte between two fields.</param>
/// <param name="DecimalMark">The byte before a number's fraction: a point or a comma.</param>
internal sealed record Dialect(byte Delimiter, byte DecimalMark = (byte)'.')
{
    private const int SampledRecords = 100;

    private static readonly byte[] Candidates = [(byte)',', (byte)'\t', (byte)';', (byte)'|'];

    /// <summary>A number of the file whose mark is taken to separate thousands, and nothing tells it from a decimal one; null for none.</summary>
    public string? Undecided { get; init; }

    /// <summary>What was chosen without evidence.</summary>
    public IEnumerable<string> Warnings()
    {
        if (Undecided is not null && Delimiter == ';')
        {
            yield return $"In numbers like '{Undecided}' the point is taken to separate thousands, since the file is separated by semicolons "
                + "and no number shows otherwise. If it is a decimal point, write another number of decimals, or separate the fields by commas or tabs.";
        }
        else if (Undecided is not null && Delimiter != ',')
        {
            yield return $"In numbers like '{Undecided}' the comma is taken to separate thousands, since no number shows a decimal comma. "
                + "If it is one, write another number of decimals, or separate the fields by semicolons.";
        }
    }

    /// <summary>The delimiter that a first line such as <c>sep=;</c> names, as Excel writes it and takes it; null where there is none.</summary>
    /// <returns>The delimiter, and where the next line starts.</returns>
    public static (byte? Delimiter, int End) Hint(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var line = text[..Math.Max(end, 0)].Trim((byte)'"');
        if (line.Length != 5 || !Ascii.EqualsIgnoreCase(line[..4], "sep="u8) || !IsDelimiter((char)line[4]))
            return (null, 0);
        end += text[end..].StartsWith("\r\n"u8) ? 2 : 1;
        return end < text.Length ? (line[4], end) : (null, 0);
    }

    /// <summary>
    /// Chooses the delimiter that splits most of the first records into the same number of fields, and into more than one.
    /// A file in which none does is a table of one column.
    /// </summary>
    /// <param name="sample">The first records.</param>
    /// <param name="hint">The delimiter, where the file names it.</param>
    public static Dialect Detect(ReadOnlySpan<byte> sample, byte? hint)
    {
        var best = new Dialect(hint ?? (byte)',');
        var bestScore = 0.0;
        foreach (var candidate in hint is null ? Candidates : [])
        {
            var score = Score(sample, candidate);
            if (score > bestScore)
                (best, bestScore) = (new Dialect(candidate), score);
        }

        var (mark, undecided) = DecimalMarks.Detect(sample, best.Delimiter);
        return best with { DecimalMark = mark, Undecided = undecided };
    }

    private static bool IsDelimiter(char character) => character is '\t' or ' ' || char.IsPunctuation(character) || char.IsSymbol(character);

    /// <summary>The share of records with the same number of fields as the header, plus a little for more fields; 0 where the header is one field.</summary>
    private static double Score(ReadOnlySpan<byte> sample, byte delimiter)
    {
        var reader = new FieldReader(sample, delimiter);
        int headerFields = 0, records = 0, alike = 0;
        while (records < SampledRecords && reader.SkipBlankLines())
        {
            var fields = 0;
            do
            {
                reader.Next();
                fields++;
            }
            while (!reader.RecordEnded);

            if (records++ == 0)
                headerFields = fields;
            // the sample may end within a record
            if (fields == headerFields || reader.AtEnd)
                alike++;
        }

        return headerFields < 2 ? 0 : (double)alike / records + 1e-6 * headerFields;
    }
}
