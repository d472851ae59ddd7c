namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>The ways people write that a value is not there.</summary>
internal static class Missing
{
    /// <param name="field">The field without surrounding blanks.</param>
    public static bool Is(ReadOnlySpan<byte> field) => field.Length switch
    {
        0 => true,
        1 => field[0] is (byte)'-' or (byte)'?' or (byte)'.',
        2 => Equals(field, "na"u8),
        3 => Equals(field, "n/a"u8) || Equals(field, "nan"u8),
        4 => Equals(field, "null"u8) || Equals(field, "none"u8) || Equals(field, "#n/a"u8),
        >= 5 and <= 7 => field[0] == '#' && IsError(field),
        _ => false,
    };

    /// <param name="field">The field without surrounding blanks.</param>
    public static bool Is(string field) => Is(System.Text.Encoding.UTF8.GetBytes(field));

    /// <summary>What Excel writes where a formula has no value.</summary>
    private static bool IsError(ReadOnlySpan<byte> field) =>
        Equals(field, "#num!"u8) || Equals(field, "#ref!"u8) || Equals(field, "#null!"u8) || Equals(field, "#name?"u8)
        || Equals(field, "#div/0!"u8) || Equals(field, "#value!"u8);

    private static bool Equals(ReadOnlySpan<byte> field, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(field, lower);
}
