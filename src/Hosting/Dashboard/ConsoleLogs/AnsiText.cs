using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Dashboard.ConsoleLogs;

/// <summary>A line of a terminal: its colours and weights (ECMA-48, SGR) as pieces, everything else that steers a terminal left out.</summary>
internal static partial class AnsiText
{
    /// <summary>The text without what steers a terminal.</summary>
    public static string Plain(string line) => line.Contains('\e') ? Sequence().Replace(line, "") : line;

    public static IEnumerable<AnsiPiece> Parse(string line)
    {
        var style = AnsiStyle.None;
        var start = 0;
        foreach (Match sequence in Sequence().Matches(line))
        {
            if (sequence.Index > start)
            {
                yield return new AnsiPiece(Printable(line[start..sequence.Index]), style.Classes, style.Css);
            }

            start = sequence.Index + sequence.Length;
            if (line[sequence.Index + 1] == '[' && line[start - 1] == 'm')
            {
                style = style.With(line[(sequence.Index + 2)..(start - 1)]);
            }
        }

        if (start < line.Length)
        {
            yield return new AnsiPiece(Printable(line[start..]), style.Classes, style.Css);
        }
    }

    private static string Printable(string text) => text.Any(c => char.IsControl(c) && c is not ('\t' or '\n'))
        ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\t' or '\n'))
        : text;

    /// <summary>Control sequences, commands to the terminal (titles, links) with their end, and the short escapes.</summary>
    [GeneratedRegex(@"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])")]
    private static partial Regex Sequence();
}

/// <param name="Classes">Of the style sheet: the sixteen colours differ between light and dark.</param>
/// <param name="Css">Colours that the process gave as numbers.</param>
internal sealed record AnsiPiece(string Text, string Classes, string Css);

internal sealed record AnsiStyle(bool IsBold, bool IsDim, bool IsItalic, bool IsUnderlined, string Foreground, string Background)
{
    public static readonly AnsiStyle None = new(false, false, false, false, "", "");

    public string Classes
    {
        get
        {
            var classes = new StringBuilder();
            Add(IsBold, "bold");
            Add(IsDim, "dim");
            Add(IsItalic, "italic");
            Add(IsUnderlined, "underlined");
            Add(Foreground.Length is 1 or 2, $"fg-{Foreground}");
            Add(Background.Length is 1 or 2, $"bg-{Background}");
            return classes.ToString();

            void Add(bool isOn, string name) => classes.Append(isOn ? classes.Length == 0 ? name : $" {name}" : "");
        }
    }

    public string Css => $"{(Foreground.Length > 2 ? $"color:{Foreground};" : "")}{(Background.Length > 2 ? $"background:{Background};" : "")}";

    public AnsiStyle With(string codes)
    {
        var style = this;
        var numbers = codes.Split(';', ':').Select(c => int.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            style = numbers[i] switch
            {
                0 => None,
                1 => style with { IsBold = true },
                2 => style with { IsDim = true },
                3 => style with { IsItalic = true },
                4 => style with { IsUnderlined = true },
                22 => style with { IsBold = false, IsDim = false },
                23 => style with { IsItalic = false },
                24 => style with { IsUnderlined = false },
                >= 30 and <= 37 => style with { Foreground = Name(numbers[i] - 30) },
                38 => style with { Foreground = Extended(numbers, ref i) },
                39 => style with { Foreground = "" },
                >= 40 and <= 47 => style with { Background = Name(numbers[i] - 40) },
                48 => style with { Background = Extended(numbers, ref i) },
                49 => style with { Background = "" },
                >= 90 and <= 97 => style with { Foreground = Name(numbers[i] - 82) },
                >= 100 and <= 107 => style with { Background = Name(numbers[i] - 92) },
                _ => style,
            };
        }

        return style;
    }

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>38;5;N: one of 256. 38;2;R;G;B: any.</summary>
    private static string Extended(int[] numbers, ref int i)
    {
        switch (numbers.AsSpan(i + 1))
        {
            case [5, var index, ..]:
                i += 2;
                return Indexed(Math.Min(index, 255));
            case [2, var red, var green, var blue, ..]:
                i += 4;
                return $"rgb({Math.Min(red, 255)} {Math.Min(green, 255)} {Math.Min(blue, 255)})";
            default:
                i = numbers.Length;
                return "";
        }
    }

    /// <summary>The sixteen, a cube of six steps for each of red, green and blue, and 24 greys.</summary>
    private static string Indexed(int index) => index switch
    {
        < 16 => Name(index),
        < 232 => $"rgb({Step((index - 16) / 36)} {Step((index - 16) / 6 % 6)} {Step((index - 16) % 6)})",
        _ => $"rgb({8 + (10 * (index - 232))} {8 + (10 * (index - 232))} {8 + (10 * (index - 232))})",
    };

    private static int Step(int level) => level == 0 ? 0 : 55 + (40 * level);
}
