namespace Aspire.Hosting.ApplicationModel;

/// <summary>The names of the commands that every process has.</summary>
public static class KnownResourceCommands
{
    public static readonly string StartCommand = "resource-start";
    public static readonly string StopCommand = "resource-stop";
    public static readonly string RestartCommand = "resource-restart";
    public static readonly string RebuildCommand = "resource-rebuild";
}
