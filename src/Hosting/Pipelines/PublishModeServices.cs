using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Pipelines;

internal static class PublishModeServices
{
    public static IServiceCollection AddPublishMode(this IServiceCollection services, string appHostDirectory) => services
        .AddSingleton(new AppHostFolder(appHostDirectory))
        .AddSingleton<PipelineConsole>()
        .AddSingleton<IPipelineOutputService, PipelineOutputService>()
        .AddSingleton<PipelineRunner>();
}
