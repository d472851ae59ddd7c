using Aspire.Hosting.Dashboard.ConsoleLogs;
using Aspire.Hosting.Dashboard.Otlp;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dashboard.Host;

internal static class DashboardServices
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, DashboardSettings settings)
    {
        services.AddSingleton(static p => OtlpSettings.Read(p.GetRequiredService<IConfiguration>()));
        return settings.IsEnabled
            ? services.AddTelemetry()
                // Not with the pages, which come later: a line's time is when it was written.
                .AddSingleton<ConsoleArchive>().AddHostedService(p => p.GetRequiredService<ConsoleArchive>())
                .AddSingleton(settings).AddSingleton<DashboardHost>().AddHostedService(p => p.GetRequiredService<DashboardHost>())
            : services.AddSingleton(static p => OtlpDestination.Elsewhere(p.GetRequiredService<OtlpSettings>()));
    }
}
