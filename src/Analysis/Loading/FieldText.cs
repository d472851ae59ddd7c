using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Fields as they stand in the file.</summary>
internal static class FieldText
{
    /// <summary>More of a field is not shown to anyone.</summary>
    private const int ShownBytes = 300;

    /// <summary>Takes blanks away, and the byte order marks that joining files leaves in their middle.</summary>
    public static ReadOnlySpan<byte> TrimField(this ReadOnlySpan<byte> field)
    {
        while (field is [.., (byte)' ' or (byte)'\t'])
            field = field[..^1];
        field = WithoutLeadingBlanks(field);
        while (field.StartsWith("\uFEFF"u8))
            field = WithoutLeadingBlanks(field[3..]);
        return field;
    }

    /// <summary>A field as text, the beginning of a long one.</summary>
    public static string Shown(this ReadOnlySpan<byte> field) =>
        field.Length <= ShownBytes ? Encoding.UTF8.GetString(field) : Encoding.UTF8.GetString(field[..ShownBytes]).TrimEnd('\uFFFD') + "…";

    private static ReadOnlySpan<byte> WithoutLeadingBlanks(ReadOnlySpan<byte> field)
    {
        while (field is [(byte)' ' or (byte)'\t', ..])
            field = field[1..];
        return field;
    }
}
