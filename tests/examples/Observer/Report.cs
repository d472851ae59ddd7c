using System.Globalization;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>Answers, one line each, the same on every machine and in every run.</summary>
internal static class Report
{
    public static void Heading(string title) => Console.WriteLine($"> # {title}");

    public static void Write(string subject, params object?[] answers) =>
        Console.WriteLine($"> {subject}: {string.Join(" | ", answers.Select(a => a is null ? "none" : Convert.ToString(a, CultureInfo.InvariantCulture)))}");
}
