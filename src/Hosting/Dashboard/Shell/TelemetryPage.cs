using Aspire.Hosting.Dashboard.Runs;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.AspNetCore.Components;

namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>A page over the telemetry: read again when something has come, unless the person has stopped it to look.</summary>
public abstract class TelemetryPage : LiveComponent
{
    [Inject]
    private protected ShownRun RunShown { get; set; } = null!;

    [Inject]
    private TelemetryStore Present { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Of the run that is shown; a link may open another.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    public string? Run { get; set; }

    private protected TelemetryStore Store => RunShown.Store;

    protected bool IsPaused { get; private set; }

    private protected abstract TelemetryKinds Kinds { get; }

    protected abstract void Read();

    protected override void OnInitialized()
    {
        Action changed = () => _ = InvokeAsync(ReadAgain);
        Follow(_ => RunShown.Changed += changed, _ => RunShown.Changed -= changed);
        _ = WatchAsync(End);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!string.IsNullOrEmpty(Run) && Run != RunShown.Past?.Id && !await RunShown.OpenAsync(Run, End))
            Navigation.NavigateTo("/not-found");
        Read();
    }

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

    private void ReadAgain()
    {
        Read();
        StateHasChanged();
    }

    private async Task WatchAsync(CancellationToken end)
    {
        try
        {
            // Nothing comes to a past run any more.
            await foreach (var _ in Present.Changes.WatchAsync(Kinds, TelemetryChanges.PageInterval, end))
            {
                if (!IsPaused && RunShown.Past is null)
                    await InvokeAsync(ReadAgain);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // It is shown no more.
        }
    }
}
