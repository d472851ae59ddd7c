using System.Globalization;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Results;

/// <summary>How long a client is ready to wait: <c>30s</c>, <c>500ms</c>, or a number of seconds.</summary>
internal static class Patience
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <exception cref="RequestException">It is no such time.</exception>
    public static TimeSpan Read(string? wait)
    {
        if (string.IsNullOrEmpty(wait))
            return TimeSpan.Zero;
        var (digits, unit) = wait switch
        {
            [.. var number, 'm', 's'] => (number, 0.001),
            [.. var number, 's'] => (number, 1.0),
            _ => (wait, 1.0),
        };
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value * unit <= Most.TotalSeconds
            ? TimeSpan.FromSeconds(value * unit)
            : throw new RequestException(StatusCodes.Status400BadRequest,
                $"'wait' is '{wait}'. Allowed are 0s to {Most.TotalSeconds}s, such as 30s or 500ms.");
    }
}
