using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>
/// OTLP's three services over gRPC. They are bound by hand and not by generated base classes, so that a message that cannot be read is
/// INVALID_ARGUMENT, as the protocol has it, and not an internal error.
/// </summary>
internal sealed class OtlpGrpc(OtlpIntake intake)
{
    private const string ContentType = "application/grpc";

    public static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Ends a call before anything of it was read.</summary>
    public static void Refuse(HttpResponse response, StatusCode code, string message)
    {
        response.ContentType = ContentType;
        response.Headers["grpc-status"] = ((int)code).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = message;
    }

    internal sealed class Methods : IServiceMethodProvider<OtlpGrpc>
    {
        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<OtlpGrpc> context)
        {
            Add(context, LogsReflection.Descriptor.Services[0].FullName, ExportLogsServiceRequest.Parser, ExportLogsServiceResponse.Parser, static (i, r) => i.Take(r));
            Add(context, TraceReflection.Descriptor.Services[0].FullName, ExportTraceServiceRequest.Parser, ExportTraceServiceResponse.Parser, static (i, r) => i.Take(r));
            Add(context, MetricsReflection.Descriptor.Services[0].FullName, ExportMetricsServiceRequest.Parser, ExportMetricsServiceResponse.Parser, static (i, r) => i.Take(r));
        }

        private static void Add<TRequest, TResponse>(
            ServiceMethodProviderContext<OtlpGrpc> context,
            string service,
            MessageParser<TRequest> request,
            MessageParser<TResponse> response,
            Func<OtlpIntake, TRequest, TResponse> take)
            where TRequest : class, IMessage<TRequest>
            where TResponse : class, IMessage<TResponse> => context.AddUnaryMethod(
                new Method<TRequest, TResponse>(MethodType.Unary, service, "Export", Marshaller(request), Marshaller(response)),
                [],
                (grpc, message, _) => Task.FromResult(take(grpc.Intake, message)));

        private static Marshaller<T> Marshaller<T>(MessageParser<T> parser) where T : class, IMessage<T> =>
            new(static (message, context) => context.Complete(message.ToByteArray()), context => Read(parser, context));

        private static T Read<T>(MessageParser<T> parser, DeserializationContext context) where T : class, IMessage<T>
        {
            try
            {
                return parser.ParseFrom(context.PayloadAsReadOnlySequence());
            }
            catch (InvalidProtocolBufferException exception)
            {
                throw new RpcException(new Status(StatusCode.InvalidArgument, exception.Message));
            }
        }
    }

    private OtlpIntake Intake => intake;
}
