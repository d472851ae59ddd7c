namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A stream that is being unpacked: damage and endlessness are said in the analyst's words.</summary>
internal sealed class UnpackedStream(Stream packed, long limit) : ReadOnlyStream
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = packed.Read(buffer);
        }
        catch (InvalidDataException exception)
        {
            throw new TableFormatException($"The file is packed by gzip and damaged: {exception.Message}");
        }

        _read += count;
        return _read <= limit ? count : throw new TableFormatException($"The file unpacks to more than {limit / (double)(1L << 30):0.##} GiB, which is not read.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }
}
