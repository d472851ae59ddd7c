using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>The two encodings of OTLP over HTTP. Reading throws an <see cref="OtlpFormatException"/>.</summary>
internal sealed record OtlpEncoding(string ContentType, Func<MessageParser, ReadOnlyMemory<byte>, IMessage> Read, Func<IMessage, byte[]> Write)
{
    public static OtlpEncoding Binary { get; } = new("application/x-protobuf", ParseBinary, static message => message.ToByteArray());

    public static OtlpEncoding Json { get; } = new("application/json", OtlpJson.Parse, OtlpJson.WriteBytes);

    /// <summary>Null for a type of content that OTLP does not have.</summary>
    public static OtlpEncoding? Of(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? null
        : type.MediaType.Equals(Binary.ContentType, StringComparison.OrdinalIgnoreCase) ? Binary
        : type.MediaType.Equals(Json.ContentType, StringComparison.OrdinalIgnoreCase) ? Json
        : null;

    private static IMessage ParseBinary(MessageParser parser, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return parser.ParseFrom(bytes.Span);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new OtlpFormatException(exception.Message);
        }
    }

    public async Task WriteAsync(HttpResponse response, IMessage message, CancellationToken cancellationToken)
    {
        var body = Write(message);
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, cancellationToken);
    }
}
