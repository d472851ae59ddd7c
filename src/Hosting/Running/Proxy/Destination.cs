using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>One replica as the proxy of one endpoint sees it.</summary>
internal sealed class Destination(Action onRefused)
{
    private volatile bool _isReady;
    private int _inFlight;

    public int Port { get; private set; }

    public string Prefix { get; private set; } = "";

    public bool IsReady => _isReady;

    /// <summary>How many requests it holds.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>The replica starts on this port; it is not ready yet.</summary>
    public void MoveTo(string scheme, int port)
    {
        _isReady = false;
        Port = port;
        Prefix = string.Create(CultureInfo.InvariantCulture, $"{scheme}://localhost:{port}");
    }

    public void SetReady(bool isReady) => _isReady = isReady;

    /// <summary>Nobody listens there: no more requests until the next good answer to a health check, which is asked for at once.</summary>
    public void Refused()
    {
        _isReady = false;
        onRefused();
    }

    /// <returns>Whether it may have the request; then <see cref="Leave"/> follows.</returns>
    public bool TryEnter()
    {
        Interlocked.Increment(ref _inFlight);
        if (_isReady)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _inFlight);
}
