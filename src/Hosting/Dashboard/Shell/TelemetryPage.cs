using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.AspNetCore.Components;

namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>A page over the telemetry: read again when something has come, unless the person has stopped it to look.</summary>
public abstract class TelemetryPage : LiveComponent
{
    [Inject]
    private protected TelemetryStore Store { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    protected bool IsPaused { get; private set; }

    private protected abstract TelemetryKinds Kinds { get; }

    protected abstract void Read();

    protected override void OnInitialized() => _ = WatchAsync(End);

    protected override void OnParametersSet() => Read();

    protected void TogglePause()
    {
        IsPaused = !IsPaused;
        if (!IsPaused)
        {
            Read();
        }
    }

    /// <summary>What is filtered by is in the address, so that it can be sent to somebody and gone back to.</summary>
    protected void Set(string parameter, string? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(parameter, string.IsNullOrEmpty(value) ? null : value), replace: true);

    protected string With(string parameter, string? value) => Navigation.GetUriWithQueryParameter(parameter, value);

    private protected IReadOnlyList<string> ResourceNames() => [.. Store.Resources.All().Select(r => r.DisplayName).Distinct()];

    private async Task WatchAsync(CancellationToken end)
    {
        try
        {
            await foreach (var _ in Store.Changes.WatchAsync(Kinds, TelemetryChanges.PageInterval, end))
            {
                await InvokeAsync(() =>
                {
                    if (!IsPaused)
                    {
                        Read();
                        StateHasChanged();
                    }
                });
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // It is shown no more.
        }
    }
}
