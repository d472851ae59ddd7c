using System.Net.Sockets;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Dashboard.Host;

/// <summary>A port that the person may have chosen by an address.</summary>
internal static class PreferredPort
{
    /// <summary>The first plain HTTP address counts; null leaves it to the system. Its host does not count: the dashboard is for this machine alone, whatever is asked.</summary>
    /// <exception cref="DistributedApplicationException">What the setting holds is no address.</exception>
    public static int? Of(string setting, string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url.Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var address))
                throw new DistributedApplicationException($"{setting}, where the dashboard listens, is '{url}'; it is written http://localhost:PORT.");

            if (address.Scheme == Uri.UriSchemeHttp)
                return address.Port == 0 ? null : address.Port;
        }

        return null;
    }

    /// <summary>A taken port is no reason not to run what the dashboard is about: then it is another, and the console says so.</summary>
    public static LoopbackPort Listen(int? port, string setting, RunConsole console)
    {
        try
        {
            return LoopbackPort.Listen(port);
        }
        catch (SocketException) when (port is { } taken)
        {
            console.DashboardPortIsTaken(taken, setting);
            return LoopbackPort.Listen(null);
        }
    }
}
