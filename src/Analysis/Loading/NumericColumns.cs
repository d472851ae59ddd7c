namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Guesses from the first rows which columns to read as numbers. Reading the rest proves the guess or corrects it.</summary>
internal static class NumericColumns
{
    private const int SampledRows = 1000;

    public static bool[] Guess(TableStart start)
    {
        var numeric = Enumerable.Repeat(true, start.Names.Count).ToArray();
        var reader = new FieldReader(start.Sample.Span, start.Dialect.Delimiter);
        for (var row = 0; row < SampledRows && reader.SkipBlankLines(); row++)
        {
            for (var column = 0; ; column++)
            {
                var field = reader.Next().Trim(" \t"u8);
                // the sample may end within a record
                if (reader.AtEnd && row > 0)
                    break;
                if (column < numeric.Length && numeric[column] && !Missing.Is(field))
                    numeric[column] = Number.TryParse(field, out _);
                if (reader.RecordEnded)
                    break;
            }
        }

        return numeric;
    }
}
