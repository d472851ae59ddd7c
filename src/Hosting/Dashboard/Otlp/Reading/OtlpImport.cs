using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Reads what an export has written: OTLP's JSON, one request a line.</summary>
internal static class OtlpImport
{
    /// <param name="line">The number of the line, for a message.</param>
    /// <exception cref="OtlpFormatException">It is none of the three requests.</exception>
    public static IMessage ReadLine(string text, int line)
    {
        // The first of its fields tells which of the three it is, wherever it stands; a line of a file from elsewhere may begin with others.
        var descriptor = text.Contains("\"resourceSpans\"", StringComparison.Ordinal) ? ExportTraceServiceRequest.Descriptor
            : text.Contains("\"resourceMetrics\"", StringComparison.Ordinal) ? ExportMetricsServiceRequest.Descriptor
            : text.Contains("\"resourceLogs\"", StringComparison.Ordinal) ? ExportLogsServiceRequest.Descriptor
            : throw new OtlpFormatException($"Line {line} has neither resourceSpans nor resourceLogs nor resourceMetrics.");
        try
        {
            return OtlpJson.Parse(descriptor, text);
        }
        catch (OtlpFormatException exception)
        {
            throw new OtlpFormatException($"Line {line}: {exception.Message}");
        }
    }
}
