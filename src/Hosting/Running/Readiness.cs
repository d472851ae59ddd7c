namespace Aspire.Hosting.Running;

/// <summary>Whether everything that starts by itself has become ready: what can wait until then, waits.</summary>
internal sealed class Readiness
{
    private volatile bool _isReached;

    public bool IsReached => _isReached;

    public void Reach() => _isReached = true;
}
