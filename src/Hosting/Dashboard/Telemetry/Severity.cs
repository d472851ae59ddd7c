namespace Aspire.Hosting.Dashboard.Telemetry;

/// <summary>OTLP's severities, 1 to 24, in the six ranges that have names.</summary>
internal enum Severity
{
    Unspecified = 0,
    Trace = 1,
    Debug = 5,
    Information = 9,
    Warning = 13,
    Error = 17,
    Critical = 21,
}

internal static class Severities
{
    /// <summary>The range that a number of OTLP falls into.</summary>
    public static Severity Of(int number) => number switch
    {
        < 1 or > 24 => Severity.Unspecified,
        _ => (Severity)(((number - 1) / 4 * 4) + 1),
    };

    /// <summary>By any name that is in use for it, .NET's and OTLP's among them.</summary>
    public static bool TryParse(string text, out Severity severity)
    {
        severity = text.ToUpperInvariant() switch
        {
            "TRACE" or "VERBOSE" => Severity.Trace,
            "DEBUG" => Severity.Debug,
            "INFO" or "INFORMATION" => Severity.Information,
            "WARN" or "WARNING" => Severity.Warning,
            "ERROR" or "ERR" => Severity.Error,
            "CRITICAL" or "CRIT" or "FATAL" => Severity.Critical,
            _ => Severity.Unspecified,
        };
        return severity != Severity.Unspecified;
    }
}
