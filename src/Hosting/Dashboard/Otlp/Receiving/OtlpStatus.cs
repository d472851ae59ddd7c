using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>How OTLP over HTTP says what is wrong: a google.rpc.Status in the encoding of the request.</summary>
internal static class OtlpStatus
{
    public static Task WriteAsync(HttpContext context, int httpStatus, StatusCode code, string message)
    {
        context.Response.StatusCode = httpStatus;
        return (OtlpEncoding.Of(context.Request) ?? OtlpEncoding.Binary)
            .WriteAsync(context.Response, new RpcStatus { Code = (int)code, Message = message }, context.RequestAborted);
    }
}
