using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Tells decimal points from decimal commas.</summary>
internal static class DecimalMarks
{
    private const int SampledFields = 20_000;

    /// <summary>By how many fields one mark has to be ahead to be sure of it sooner.</summary>
    private const int SureLead = 500;

    private const byte Either = (byte)'?';

    /// <summary>
    /// A mark followed by other than three digits, or the last of two kinds of marks, is a decimal mark. Where all could as well separate thousands,
    /// files that are separated by semicolons are from where commas are decimal.
    /// </summary>
    /// <returns>The decimal mark; and, where nothing told it, a number whose mark is taken to separate thousands and might be the decimal one.</returns>
    public static (byte Mark, string? Undecided) Detect(ReadOnlySpan<byte> sample, byte delimiter)
    {
        int points = 0, commas = 0;
        string? undecided = null;
        var (usual, other) = delimiter == ';' ? ((byte)',', (byte)'.') : ((byte)'.', (byte)',');
        var reader = new FieldReader(sample, delimiter);
        for (var field = 0; field < SampledFields && Math.Abs(points - commas) < SureLead && !reader.AtEnd; field++)
        {
            var text = reader.Next().TrimField();
            switch (Evidence(text))
            {
                case (byte)'.':
                    points++;
                    break;
                case (byte)',':
                    commas++;
                    break;
                case Either when undecided is null && text.Contains(other) && NumberText.TryParse(text, usual, out _):
                    undecided = Encoding.UTF8.GetString(text);
                    break;
            }
        }

        var mark = commas > points ? (byte)',' : points > commas ? (byte)'.' : usual;
        return (mark, points + commas == 0 ? undecided : null);
    }

    /// <summary>The decimal mark that a field speaks for; <see cref="Either"/> where it has one mark that may be either, 0 where it says nothing.</summary>
    private static byte Evidence(ReadOnlySpan<byte> text)
    {
        foreach (var character in text)
        {
            if (!IsOfNumbers(character))
                return 0;
        }

        text = text.TrimStart("+-"u8);
        var (point, comma) = (text.LastIndexOf((byte)'.'), text.LastIndexOf((byte)','));
        if (point < 0 && comma < 0)
            return 0;
        var last = Math.Max(point, comma);
        var other = Math.Min(point, comma);
        if (other >= 0)
            return text.Count(text[last]) == 1 ? text[last] : (byte)0;
        // more than one mark is of thousands, or of a date
        if (text.Count(text[last]) > 1)
        {
            var decimalMark = text[last] == '.' ? (byte)',' : (byte)'.';
            return NumberText.TryParse(text, decimalMark, out _) ? decimalMark : (byte)0;
        }

        var digitsAfter = text[(last + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? end : text.Length - last - 1;
        return digitsAfter != 3 || last is 0 or > 3 || text[0] == '0' ? text[last] : Either;
    }

    private static bool IsOfNumbers(byte character) =>
        character is (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' or (byte)',' or (byte)'%' or (byte)'e' or (byte)'E' or (byte)'\'' or (byte)' ';
}
