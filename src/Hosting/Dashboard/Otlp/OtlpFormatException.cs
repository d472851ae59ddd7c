namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Something is not OTLP.</summary>
internal sealed class OtlpFormatException(string message) : Exception(message);
