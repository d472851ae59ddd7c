using Grpc.Core;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Why the body of a request was not read, as the protocol says it.</summary>
internal sealed class OtlpBodyException(int httpStatus, StatusCode code, string message) : Exception(message)
{
    public int HttpStatus { get; } = httpStatus;

    public StatusCode Code { get; } = code;
}
