namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Fields as they stand in the file.</summary>
internal static class FieldText
{
    /// <summary>Takes blanks away, and the byte order marks that joining files leaves in their middle.</summary>
    public static ReadOnlySpan<byte> TrimField(this ReadOnlySpan<byte> field)
    {
        field = field.Trim(" \t"u8);
        while (field.StartsWith("\uFEFF"u8))
            field = field[3..].TrimStart(" \t"u8);
        return field;
    }
}
