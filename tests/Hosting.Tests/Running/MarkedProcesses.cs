using System.Globalization;
using System.Text;
using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>The processes that an AppHost has started, whoever their parent is by now.</summary>
internal static class MarkedProcesses
{
    public static IReadOnlyList<int> Of(string mark)
    {
        var wanted = Encoding.ASCII.GetBytes($"{Watchdog.MarkVariable}={mark}");
        return [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsAsciiDigit(name[0]) && Environment(name).AsSpan().IndexOf(wanted) >= 0)
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))];
    }

    /// <returns>The mark that the process carries; null when it carries none.</returns>
    public static string? TryMarkOf(int processId)
    {
        var prefix = Watchdog.MarkVariable + "=";
        return Encoding.UTF8.GetString(Environment(processId.ToString(CultureInfo.InvariantCulture))).Split('\0')
            .FirstOrDefault(v => v.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
    }

    /// <summary>Polled, because the system tells nobody of the end of a process that is not his child.</summary>
    public static async Task GoneAsync(string mark)
    {
        using var limit = new CancellationTokenSource(Started.Longest);
        while (Of(mark) is { Count: > 0 } left)
        {
            Assert.False(limit.IsCancellationRequested, $"Still there: {string.Join(", ", left)}");
            await Task.Delay(20, Started.Cancellation);
        }
    }

    /// <summary>A zombie has an empty environment, and so has a process that is gone.</summary>
    private static byte[] Environment(string processId)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{processId}/environ");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
