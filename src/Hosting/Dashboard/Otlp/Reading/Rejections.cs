namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Records of a request that could not be taken, while the others were: OTLP's partial success.</summary>
internal sealed class Rejections
{
    public int Count { get; private set; }

    /// <summary>Of the first; one reason is usually that of all.</summary>
    public string Reason { get; private set; } = "";

    public void Add(string reason, int count = 1)
    {
        if (count == 0)
            return;

        Reason = Count == 0 ? reason : Reason;
        Count += count;
    }
}
