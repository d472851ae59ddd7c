using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>What the person who starts the application says of its dashboard.</summary>
/// <param name="Port">The port it listens on; any free one when null.</param>
/// <param name="Token">What opens it, as often as one likes; null makes one that opens it once.</param>
internal sealed record DashboardSettings(bool IsEnabled, int? Port, string? Token)
{
    /// <summary>On the command line: <c>--no-dashboard</c>.</summary>
    public const string DisabledKey = "Dashboard:Disabled";

    /// <summary>As in Aspire: a token of the person's own choice, for a bookmark that works every time.</summary>
    public const string TokenKey = "AppHost:BrowserToken";

    /// <summary>As in Aspire: the launch profile of the AppHost says where its dashboard is.</summary>
    public const string UrlsKey = "ASPNETCORE_URLS";

    /// <exception cref="DistributedApplicationException">A setting cannot be read.</exception>
    public static DashboardSettings Read(IConfiguration configuration, DistributedApplicationOptions options, TestRun? test) => new(
        // A test looks at states, not at pages, unless it says so.
        !options.DisableDashboard && !configuration.GetValue(DisabledKey, defaultValue: test is not null),
        PreferredPort.Of(UrlsKey, configuration[UrlsKey]),
        string.IsNullOrEmpty(configuration[TokenKey]) ? null : configuration[TokenKey]);
}
