using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Pipelines;

internal static class PublishModeServices
{
    public static IServiceCollection AddPublishMode(this IServiceCollection collection, string appHostDirectory) => collection
        .AddSingleton(new AppHostFolder(appHostDirectory))
        .AddSingleton(services => new PipelineConsole(services.GetRequiredService<IConfiguration>(), Console.Out, Console.Error))
        .AddSingleton<IPipelineOutputService, PipelineOutputService>()
        .AddSingleton<PipelineRunner>();
}
