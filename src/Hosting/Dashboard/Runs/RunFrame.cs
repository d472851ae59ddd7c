using System.Buffers.Binary;
using System.Security.Cryptography;
using Aspire.Hosting.Dashboard.Otlp.Protocol;
using Google.Protobuf;

namespace Aspire.Hosting.Dashboard.Runs;

/// <summary>
/// One request in a file of a run: which of the three it is (1 byte), its length (4), the first 4 bytes of its SHA-256, and itself as it came.
/// A frame that was being written when the process was killed has the wrong length or the wrong sum, and is the end of its file.
/// </summary>
internal static class RunFrame
{
    private const int HeaderLength = 9;

    public static byte[] Write(IMessage request)
    {
        var length = request.CalculateSize();
        var frame = new byte[HeaderLength + length];
        frame[0] = request switch
        {
            ExportLogsServiceRequest => 1,
            ExportTraceServiceRequest => 2,
            ExportMetricsServiceRequest => 3,
            _ => throw new ArgumentException("It is none of the three requests.", nameof(request)),
        };
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(1), length);
        request.WriteTo(frame.AsSpan(HeaderLength));
        SumOf(frame.AsSpan(HeaderLength)).CopyTo(frame.AsSpan(5));
        return frame;
    }

    /// <summary>The whole ones from the start of a file.</summary>
    public static IEnumerable<IMessage> ReadAll(Stream file)
    {
        var header = new byte[HeaderLength];
        while (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(1));
            if (length < 0 || length > file.Length - file.Position)
                yield break;

            var payload = new byte[length];
            file.ReadExactly(payload);
            if (!header.AsSpan(5).SequenceEqual(SumOf(payload)) || Parse(header[0], payload) is not { } request)
                yield break;

            yield return request;
        }
    }

    private static IMessage? Parse(byte kind, byte[] payload)
    {
        try
        {
            return kind switch
            {
                1 => ExportLogsServiceRequest.Parser.ParseFrom(payload),
                2 => ExportTraceServiceRequest.Parser.ParseFrom(payload),
                3 => ExportMetricsServiceRequest.Parser.ParseFrom(payload),
                _ => null,
            };
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static byte[] SumOf(ReadOnlySpan<byte> payload) => SHA256.HashData(payload)[..4];
}
