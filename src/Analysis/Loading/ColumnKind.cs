namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>How a column is read.</summary>
/// <param name="IsNumber">As numbers.</param>
/// <param name="Date">As dates in this form; neither number nor date is a label.</param>
internal sealed record ColumnKind(bool IsNumber, DateFormat? Date)
{
    public static readonly ColumnKind Number = new(true, null);
    public static readonly ColumnKind Label = new(false, null);

    public bool IsLabel => !IsNumber && Date is null;

    /// <summary>The kinds in the order in which they are tried.</summary>
    public static IReadOnlyList<ColumnKind> All { get; } = [Number, .. DateFormat.All.Select(format => new ColumnKind(false, format)), Label];

    /// <param name="field">The field without surrounding blanks, not missing.</param>
    public bool Fits(ReadOnlySpan<byte> field, byte decimalMark) =>
        IsNumber ? Loading.Number.IsPlain(field, decimalMark) || NumberText.TryParse(field, decimalMark, out _) : Date?.TryParse(field, out _) ?? true;

    /// <summary>The next kind that a value fits that does not fit this one. A column that has numbers too is one of labels.</summary>
    public ColumnKind After(ReadOnlySpan<byte> misfit, bool hasValues, byte decimalMark)
    {
        if (IsNumber && hasValues)
            return Label;
        foreach (var kind in All.SkipWhile(kind => kind != this).Skip(1))
        {
            if (kind.Fits(misfit, decimalMark))
                return kind;
        }

        return Label;
    }
}
