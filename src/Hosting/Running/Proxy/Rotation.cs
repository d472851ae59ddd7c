namespace Aspire.Hosting.Running;

/// <summary>The replicas behind one endpoint, each ready one in turn.</summary>
internal sealed class Rotation(string resourceName, string endpointName)
{
    private readonly List<Destination> _destinations = [];
    private uint _turn;

    public string ResourceName { get; } = resourceName;

    public string EndpointName { get; } = endpointName;

    public IReadOnlyList<Destination> Destinations => _destinations;

    /// <summary>Called while the application is set up, before the first request.</summary>
    public void Add(Destination destination) => _destinations.Add(destination);

    /// <param name="tried">Those that have failed this request already.</param>
    /// <returns>The next ready one, which is entered; null when there is none.</returns>
    public Destination? Enter(IReadOnlyCollection<Destination> tried)
    {
        var ready = _destinations.Where(d => d.IsReady && !tried.Contains(d)).ToArray();
        if (ready.Length == 0)
        {
            return null;
        }

        var turn = Interlocked.Increment(ref _turn);
        for (var i = 0u; i < ready.Length; i++)
        {
            var next = ready[(turn + i) % (uint)ready.Length];
            if (next.TryEnter())
            {
                return next;
            }
        }

        return null;
    }
}
