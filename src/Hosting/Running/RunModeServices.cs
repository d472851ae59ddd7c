using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Running;

internal static class RunModeServices
{
    public static IServiceCollection AddRunMode(this IServiceCollection services) => services;
}
