using System.Globalization;
using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Reads numbers as people write them: with thousands separated, a percent sign, a currency, digits of any script. 12 % is 0.12.</summary>
internal static class NumberText
{
    private const int MaxLength = 400;

    /// <param name="field">The field without surrounding blanks.</param>
    /// <param name="decimalMark">A point or a comma; the other one separates thousands, as do blanks and apostrophes.</param>
    /// <param name="value">The number, correctly rounded.</param>
    public static bool TryParse(ReadOnlySpan<byte> field, byte decimalMark, out double value)
    {
        if (decimalMark == '.' && double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        if (IsInfinite(field, out value))
            return true;
        if (field.Length is 0 or > MaxLength)
            return false;
        var text = Encoding.UTF8.GetString(field).Trim();
        var percent = text.EndsWith('%');
        if (percent)
            text = text[..^1].TrimEnd();
        text = WithoutCurrency(text);
        var plain = Plain(text, (char)decimalMark);
        if (plain is null || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return false;
        if (percent)
            value /= 100;
        return true;
    }

    /// <summary>As R, pandas and .NET write it.</summary>
    private static bool IsInfinite(ReadOnlySpan<byte> field, out double value)
    {
        var size = field is [(byte)'-' or (byte)'+', ..] ? field[1..] : field;
        var isInfinite = Ascii.EqualsIgnoreCase(size, "inf"u8) || Ascii.EqualsIgnoreCase(size, "infinity"u8) || size.SequenceEqual("∞"u8);
        value = !isInfinite ? 0 : field[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        return isInfinite;
    }

    private static string WithoutCurrency(string text)
    {
        const string Currencies = "$€£¥";
        var sign = text is ['-' or '+' or '−', ..] ? text[..1] : "";
        var rest = text[sign.Length..];
        if (rest.Length > 1 && Currencies.Contains(rest[0]))
            return sign + rest[1..].TrimStart();
        return rest.Length > 1 && Currencies.Contains(rest[^1]) ? sign + rest[..^1].TrimEnd() : text;
    }

    /// <summary>The number with a decimal point and ASCII digits, without separators; null where they do not stand before groups of three.</summary>
    private static string? Plain(string text, char decimalMark)
    {
        var plain = new StringBuilder(text.Length);
        var sinceSeparator = -1;
        var separator = '\0';
        var fraction = false;
        foreach (var character in text)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit >= 0)
            {
                plain.Append((char)('0' + digit));
                sinceSeparator += sinceSeparator >= 0 && !fraction ? 1 : 0;
            }
            else if (character == decimalMark || (character == '．' && decimalMark == '.'))
            {
                if (fraction || sinceSeparator is >= 0 and not 3)
                    return null;
                fraction = true;
                plain.Append('.');
            }
            else if (!fraction && plain.Length > 0 && char.IsAsciiDigit(plain[^1]) && IsSeparator(character, decimalMark))
            {
                if (sinceSeparator is >= 0 and not 3 || (separator != '\0' && character != separator) || (sinceSeparator < 0 && plain.Length > 4))
                    return null;
                (separator, sinceSeparator) = (character, 0);
            }
            else if (character is '−' or '－')
            {
                plain.Append('-');
            }
            else if (character is '-' or '+' or 'e' or 'E')
            {
                if (character is 'e' or 'E' && sinceSeparator is >= 0 and not 3)
                    return null;
                if (character is 'e' or 'E')
                    fraction = true;
                plain.Append(character);
            }
            else
            {
                return null;
            }
        }

        return !fraction && sinceSeparator is >= 0 and not 3 ? null : plain.ToString();
    }

    private static bool IsSeparator(char character, char decimalMark) => character switch
    {
        ',' => decimalMark == '.',
        '.' => decimalMark == ',',
        ' ' or '\'' or '’' or '\u00A0' or '\u202F' or '\u2009' => true,
        _ => false,
    };
}
