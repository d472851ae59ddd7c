using Microsoft.AspNetCore.Components;

namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>A part of a page that follows something outside of it for as long as it is shown.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly List<Action> _endings = [];
    private readonly CancellationTokenSource _end = new();

    /// <summary>Cancelled when it is shown no more.</summary>
    protected CancellationToken End => _end.Token;

    protected void Follow(Action<Action> start, Action<Action> stop)
    {
        start(Refresh);
        _endings.Add(() => stop(Refresh));
    }

    protected void AtEnd(IDisposable disposable) => _endings.Add(disposable.Dispose);

    protected void Refresh() => _ = InvokeAsync(StateHasChanged);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _end.Cancel();
        _endings.ForEach(end => end());
        _endings.Clear();
        _end.Dispose();
    }
}
