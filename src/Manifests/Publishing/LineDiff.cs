using System.Text;

namespace RegressionAnalyzer.Manifests.Publishing;

/// <summary>
/// The difference of two texts by lines, in the unified form that people know. By the longest common subsequence, after what is the same at
/// both ends is put aside.
/// </summary>
internal static class LineDiff
{
    private const int Context = 3;

    /// <summary>Above this many comparisons the middle is shown as replaced as a whole.</summary>
    private const long MostComparisons = 16_000_000;

    private enum Side
    {
        Both,
        Before,
        After,
    }

    /// <returns>Hunks with three lines of context; empty when the texts are the same.</returns>
    public static string Unified(string before, string after)
    {
        var lines = Align(Split(before), Split(after));
        var output = new StringBuilder();
        for (var i = 0; i < lines.Count;)
        {
            if (lines[i].Side == Side.Both)
            {
                i++;
                continue;
            }

            var start = Math.Max(0, i - Context);
            var end = EndOfHunk(lines, i);
            Hunk(output, lines, start, end);
            i = end;
        }

        return output.ToString();
    }

    private static int EndOfHunk(List<(Side Side, string Text)> lines, int from)
    {
        var same = 0;
        var end = from;
        for (; end < lines.Count && same <= 2 * Context; end++)
            same = lines[end].Side == Side.Both ? same + 1 : 0;
        return Math.Min(lines.Count, end - Math.Max(0, same - Context));
    }

    private static void Hunk(StringBuilder output, List<(Side Side, string Text)> lines, int start, int end)
    {
        int Count(int to, Side other) => lines.Take(to).Count(l => l.Side != other);
        var (beforeStart, afterStart) = (Count(start, Side.After), Count(start, Side.Before));
        output.Append($"@@ -{beforeStart + 1},{Count(end, Side.After) - beforeStart} +{afterStart + 1},{Count(end, Side.Before) - afterStart} @@\n");
        foreach (var (side, text) in lines[start..end])
            output.Append(side switch { Side.Before => '-', Side.After => '+', _ => ' ' }).Append(text).Append('\n');
    }

    private static string[] Split(string text) => text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static List<(Side Side, string Text)> Align(string[] before, string[] after)
    {
        var head = 0;
        while (head < before.Length && head < after.Length && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        var lines = before[..head].Select(text => (Side.Both, text)).ToList();
        lines.AddRange(Middle(before[head..^tail], after[head..^tail]));
        lines.AddRange(before[^tail..].Select(text => (Side.Both, text)));
        return lines;
    }

    private static IEnumerable<(Side Side, string Text)> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostComparisons)
            return [.. before.Select(text => (Side.Before, text)), .. after.Select(text => (Side.After, text))];
        var common = new int[before.Length + 1, after.Length + 1];
        for (var b = before.Length - 1; b >= 0; b--)
        {
            for (var a = after.Length - 1; a >= 0; a--)
                common[b, a] = before[b] == after[a] ? common[b + 1, a + 1] + 1 : Math.Max(common[b + 1, a], common[b, a + 1]);
        }

        return Walk(before, after, common);
    }

    private static IEnumerable<(Side Side, string Text)> Walk(string[] before, string[] after, int[,] common)
    {
        int b = 0, a = 0;
        while (b < before.Length || a < after.Length)
        {
            if (b < before.Length && a < after.Length && before[b] == after[a])
            {
                yield return (Side.Both, before[b++]);
                a++;
            }
            else if (a == after.Length || (b < before.Length && common[b + 1, a] >= common[b, a + 1]))
            {
                yield return (Side.Before, before[b++]);
            }
            else
            {
                yield return (Side.After, after[a++]);
            }
        }
    }
}
