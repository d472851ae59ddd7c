using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>How a column is read, and why not otherwise.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Misfits">The values for which it is not read as what was tried before, in the order of trying; long ones by their beginning.</param>
internal sealed record ColumnReading(ColumnKind Kind, IReadOnlyList<Misfit> Misfits)
{
    public static readonly ColumnReading Number = new(ColumnKind.Number, []);

    /// <summary>How it is read instead.</summary>
    /// <param name="misfit">A value that does not fit.</param>
    /// <param name="hasValues">Whether others did.</param>
    /// <param name="decimalMark">A point or a comma.</param>
    public ColumnReading After(Misfit misfit, bool hasValues, byte decimalMark)
    {
        ReadOnlySpan<byte> value = Encoding.UTF8.GetBytes(misfit.Value);
        return new(Kind.After(value, hasValues, decimalMark), [.. Misfits, misfit with { Value = value.Shown() }]);
    }
}
