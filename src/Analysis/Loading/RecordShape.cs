namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What can be said of a record without reading its values.</summary>
/// <param name="Fields">How many it has.</param>
/// <param name="End">Where the next one starts.</param>
/// <param name="QuoteLeftOpen">Whether its last field begins with a quote that is never closed.</param>
internal readonly record struct RecordShape(int Fields, int End, bool QuoteLeftOpen)
{
    public static RecordShape At(ReadOnlySpan<byte> data, int start, byte delimiter)
    {
        var reader = new FieldReader(data, delimiter) { Position = start };
        var fields = 0;
        do
        {
            reader.Next();
            fields++;
        }
        while (!reader.RecordEnded);
        return new(fields, reader.Position, reader.QuoteLeftOpen);
    }
}
