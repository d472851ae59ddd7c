namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Guesses from the first rows how to read each column. Reading the rest proves the guess or corrects it.</summary>
internal static class ColumnKinds
{
    private const int SampledRows = 1000;

    public static ColumnKind[] Guess(TableStart start)
    {
        var kinds = Enumerable.Repeat(ColumnKind.Number, start.Names.Count).ToArray();
        var hasValues = new bool[kinds.Length];
        var reader = new FieldReader(start.Sample.Span, start.Dialect.Delimiter);
        for (var row = 0; row < SampledRows && reader.SkipBlankLines(); row++)
        {
            for (var column = 0; ; column++)
            {
                var field = reader.Next().TrimField();
                // the sample may end within a record
                if (reader.AtEnd && row > 0)
                    break;
                if (column < kinds.Length && !Missing.Is(field))
                {
                    if (!kinds[column].Fits(field, start.Dialect.DecimalMark))
                        kinds[column] = kinds[column].After(field, hasValues[column], start.Dialect.DecimalMark);
                    hasValues[column] = true;
                }

                if (reader.RecordEnded)
                    break;
            }
        }

        return kinds;
    }
}
