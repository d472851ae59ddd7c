namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>What the application calls itself, at the top of every page.</summary>
internal sealed record ApplicationName(string Value);
