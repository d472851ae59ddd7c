using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A first line of numbers, which may be a row of values that lacks the names above it.</summary>
internal static class NumbersAsNames
{
    private const int ShownNames = 2;

    /// <summary>So many names that only rise, or only fall, are a scale: wavelengths, doses, ages.</summary>
    private const int ScaleNames = 5;

    public static IEnumerable<string> Warnings(IReadOnlyList<string> header, byte decimalMark)
    {
        var numbers = new double[header.Count];
        var areNumbers = !header.Where((name, column) => !NumberText.TryParse(Encoding.UTF8.GetBytes(name), decimalMark, out numbers[column])).Any();
        if (header.Count < 2 || !areNumbers || AreNames(numbers))
            yield break;
        var shown = string.Join(", ", header.Take(ShownNames).Select(name => $"'{name}'")) + (header.Count > ShownNames ? ", …" : "");
        yield return $"The first line is taken as the names of the columns, though it holds only numbers ({shown}). "
            + "If it is a row of values, add a line of names.";
    }

    /// <summary>Years, running numbers, or a scale.</summary>
    private static bool AreNames(double[] numbers)
    {
        var steps = numbers.Zip(numbers.Skip(1), static (number, next) => next - number).ToArray();
        return Array.TrueForAll(numbers, static number => number is >= 1500 and <= 2200 && double.IsInteger(number))
            || Array.TrueForAll(steps, static step => step == 1)
            || (numbers.Length >= ScaleNames && (Array.TrueForAll(steps, static step => step > 0) || Array.TrueForAll(steps, static step => step < 0)));
    }
}
