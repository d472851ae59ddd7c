namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>What one request and one record may hold. Over the size a request is refused; over the others a record is cut, and says so.</summary>
internal sealed record OtlpLimits
{
    /// <summary>Uncompressed; what exporters send at most is a tenth of it.</summary>
    public int MaxRequestBytes { get; init; } = 16 * 1024 * 1024;

    public int MaxAttributes { get; init; } = 128;

    /// <summary>Of any text: a value, a message, a name.</summary>
    public int MaxTextLength { get; init; } = 32 * 1024;

    public int MaxKeyLength { get; init; } = 256;

    /// <summary>How deep lists and maps may lie in each other.</summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>Values in one record's attributes, those within lists and maps included.</summary>
    public int MaxValues { get; init; } = 2000;

    public int MaxEvents { get; init; } = 128;

    public int MaxLinks { get; init; } = 128;

    public int MaxExemplars { get; init; } = 8;

    /// <summary>A point of a histogram with more is refused: half of its buckets would be a lie.</summary>
    public int MaxBuckets { get; init; } = 2048;
}
