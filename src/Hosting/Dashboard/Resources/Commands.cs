using System.Diagnostics;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Shell;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>Commands as a person gives them on a page: asked back where the model wants that, and told when the state is reached.</summary>
internal sealed class Commands(ResourceCommandService service, ResourceBoard board, DistributedApplicationModel model, Notices notices, IDialogService dialogs)
{
    /// <param name="target">A resource's name for all of its replicas, or one replica's.</param>
    public async Task RunAsync(string target, ResourceCommandSnapshot command)
    {
        if (ConfirmationOf(target, command.Name) is { } question
            && (await dialogs.ShowConfirmationAsync(question, command.DisplayName, command.DisplayName, "Cancel")).Cancelled)
        {
            return;
        }

        var what = $"{command.DisplayName} {target}";
        var notice = notices.Add($"{what} …", NoticeKind.Running);
        var started = Stopwatch.GetTimestamp();
        var result = await service.ExecuteCommandAsync(target, command.Name);
        var after = FormattableString.Invariant($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        _ = result switch
        {
            { Success: true, Message: { Length: > 0 } message } => notices.Put(notice, $"{what}: {message} ({after})", NoticeKind.Done),
            { Success: true } => notices.Put(notice, $"{what}: done after {after}", NoticeKind.Done),
            { Canceled: true } => notices.Put(notice, $"{what}: cancelled", NoticeKind.Done),
            _ => notices.Put(notice, $"{what}: failed. {result.Message}", NoticeKind.Failed),
        };
    }

    private string? ConfirmationOf(string target, string commandName)
    {
        var resource = model.Resources.TryGetByName(target, out var named) ? named : board.Find(target)?.Resource;
        return resource?.Annotations.OfType<ResourceCommandAnnotation>().LastOrDefault(c => c.Name == commandName)?.Options.ConfirmationMessage;
    }
}
