using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Guesses from the first rows how to read each column. Reading the rest proves the guess or corrects it.</summary>
internal static class ColumnKinds
{
    private const int SampledRows = 1000;

    public static ColumnReading[] Guess(TableStart start)
    {
        var readings = Enumerable.Repeat(ColumnReading.Number, start.Names.Count).ToArray();
        var hasValues = new bool[readings.Length];
        var sample = start.Sample.Span;
        var reader = new FieldReader(sample, start.Dialect.Delimiter);
        var (seen, line, shape) = (0, start.FirstDataLine, RecordShape.At(sample, 0, start.Dialect.Delimiter));
        for (var row = 0; row < SampledRows && reader.SkipBlankLines(); row++)
        {
            var from = reader.Position;
            for (var column = 0; ; column++)
            {
                var field = reader.Next().TrimField();
                // the sample may end within a record
                if (reader.AtEnd && row > 0)
                    break;
                if (column < readings.Length && !Missing.Is(field))
                {
                    if (!readings[column].Kind.Fits(field, start.Dialect.DecimalMark))
                    {
                        if (seen < from)
                        {
                            line += TextFacts.Of(sample[seen..from]).Lines;
                            (seen, shape) = (from, RecordShape.At(sample, from, start.Dialect.Delimiter));
                        }

                        // a row of another length tells nothing of the columns: it is refused or passed over
                        if (shape.Fields != readings.Length)
                        {
                            reader.Position = shape.End;
                            break;
                        }

                        var misfit = new Misfit(readings[column].Kind, Encoding.UTF8.GetString(field), line);
                        readings[column] = readings[column].After(misfit, hasValues[column], start.Dialect.DecimalMark);
                    }

                    hasValues[column] = true;
                }

                if (reader.RecordEnded)
                    break;
            }
        }

        return readings;
    }
}
