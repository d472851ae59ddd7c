namespace RegressionAnalyzer.Api.Problems;

/// <summary>A parameter of the query that is on or off; off when it is absent. Read here and not by the framework, whose refusal names no value.</summary>
internal static class OnOff
{
    /// <exception cref="RequestException">It is neither.</exception>
    public static bool Read(string name, string? value) => string.IsNullOrEmpty(value) ? false
        : bool.TryParse(value, out var on) ? on
        : throw new RequestException(StatusCodes.Status400BadRequest, $"'{name}' is '{value}'. Allowed are: true, false.");
}
