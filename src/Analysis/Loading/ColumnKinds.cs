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
        var (seen, line) = (0, start.FirstDataLine);
        for (var row = 0; row < SampledRows && reader.SkipBlankLines(); row++)
        {
            var from = reader.Position;
            var shape = RecordShape.At(sample, from, start.Dialect.Delimiter);
            line += TextFacts.Of(sample[seen..from]).Lines;
            seen = from;
            // a row of another length tells nothing of the columns: it is refused or passed over. And the sample may end within a record
            if (shape.Fields != readings.Length || (shape.End >= sample.Length && row > 0))
            {
                reader.Position = shape.End;
                continue;
            }

            for (var column = 0; column < readings.Length; column++)
            {
                var field = reader.Next().TrimField();
                if (Missing.Is(field))
                    continue;
                if (!readings[column].Kind.Fits(field, start.Dialect.DecimalMark))
                {
                    var misfit = new Misfit(readings[column].Kind, Encoding.UTF8.GetString(field), line);
                    readings[column] = readings[column].After(misfit, hasValues[column], start.Dialect.DecimalMark);
                }

                hasValues[column] = true;
            }
        }

        return readings;
    }
}
