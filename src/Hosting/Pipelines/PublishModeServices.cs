using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Pipelines;

internal static class PublishModeServices
{
    public static IServiceCollection AddPublishMode(this IServiceCollection services) => services.AddSingleton<PipelineRunner>();
}
