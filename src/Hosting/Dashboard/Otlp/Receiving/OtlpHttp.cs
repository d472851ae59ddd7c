using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>OTLP over HTTP: one address per signal, binary or JSON, compressed or not.</summary>
internal sealed class OtlpHttp(OtlpIntake intake, OtlpLimits limits)
{
    public void MapTo(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/logs", (RequestDelegate)(context => TakeAsync(context, ExportLogsServiceRequest.Parser, intake.Take)));
        routes.MapPost("/v1/traces", (RequestDelegate)(context => TakeAsync(context, ExportTraceServiceRequest.Parser, intake.Take)));
        routes.MapPost("/v1/metrics", (RequestDelegate)(context => TakeAsync(context, ExportMetricsServiceRequest.Parser, intake.Take)));
    }

    private async Task TakeAsync<TRequest>(HttpContext context, MessageParser<TRequest> parser, Func<TRequest, IMessage> take)
        where TRequest : class, IMessage<TRequest>
    {
        if (OtlpEncoding.Of(context.Request) is not { } encoding)
        {
            await OtlpStatus.WriteAsync(
                context, StatusCodes.Status415UnsupportedMediaType, StatusCode.InvalidArgument, "The content is application/x-protobuf or application/json.");
            return;
        }

        IMessage answer;
        try
        {
            var body = await OtlpBody.ReadAsync(context.Request, limits.MaxRequestBytes);
            answer = take((TRequest)encoding.Read(parser, body));
        }
        catch (OtlpBodyException exception)
        {
            await OtlpStatus.WriteAsync(context, exception.HttpStatus, exception.Code, exception.Message);
            return;
        }
        catch (OtlpFormatException exception)
        {
            await OtlpStatus.WriteAsync(context, StatusCodes.Status400BadRequest, StatusCode.InvalidArgument, exception.Message);
            return;
        }

        await encoding.WriteAsync(context.Response, answer, context.RequestAborted);
    }
}
