using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dashboard.Host;

internal static class DashboardServices
{
    public static IServiceCollection AddDashboard(this IServiceCollection services, DashboardSettings settings) => settings.IsEnabled
        ? services.AddTelemetry().AddSingleton(settings).AddSingleton<DashboardHost>().AddHostedService(p => p.GetRequiredService<DashboardHost>())
        : services;
}
