using System.Diagnostics;
using System.Globalization;

namespace RegressionAnalyzer.Bench;

/// <summary>The same work again and again in one process, as a service does it: what only the first time costs shows in the first.</summary>
internal static class Repeated
{
    private const string Option = "--repeat=";

    /// <summary>Does the work once, or as often as an argument <c>--repeat=N</c> says; then each time's seconds are a line on standard error.</summary>
    /// <param name="arguments">The command line's.</param>
    /// <param name="work">Takes the arguments without the one that repeats.</param>
    public static void Run(string[] arguments, Action<string[]> work)
    {
        var times = arguments.FirstOrDefault(argument => argument.StartsWith(Option, StringComparison.Ordinal));
        string[] others = [.. arguments.Where(argument => argument != times)];
        if (times is null)
        {
            work(others);
            return;
        }

        for (var left = int.Parse(times[Option.Length..], CultureInfo.InvariantCulture); left > 0; left--)
        {
            var clock = Stopwatch.StartNew();
            work(others);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F4}"));
        }
    }
}
