using Aspire.Hosting.Pipelines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The steps that change a cluster: what was published goes there, or is taken away.</summary>
internal static class ClusterSteps
{
    public static void AddClusterSteps(this IDistributedApplicationPipeline pipeline)
    {
        pipeline.AddStep("deploy-manifests", DeployAsync, dependsOn: ManifestSteps.Finish, requiredBy: WellKnownPipelineSteps.Deploy);
        pipeline.AddStep("destroy-manifests", DestroyAsync, dependsOn: ManifestSteps.Finish, requiredBy: WellKnownPipelineSteps.Destroy);
    }

    private static async Task DeployAsync(PipelineStepContext context)
    {
        var configuration = context.Services.GetRequiredService<IConfiguration>();
        var secrets = new Dictionary<string, string>();
        foreach (var key in context.Model.Resources.SelectMany(r => r.Annotations.OfType<ApiKeyAnnotation>()))
        {
            secrets[key.Variable] = await key.Parameter.GetValueAsync(context.CancellationToken) ?? "";
        }

        var options = new DeployOptions { Cluster = ClusterOf(configuration), Secrets = secrets, TakeOver = configuration.GetValue("Deploy:TakeOver", false) };
        Refused(await ClusterDeployer.DeployAsync(context.ManifestFolder(), options, context.CancellationToken));
    }

    private static async Task DestroyAsync(PipelineStepContext context)
    {
        var configuration = context.Services.GetRequiredService<IConfiguration>();
        var options = new DestroyOptions { Cluster = ClusterOf(configuration), RemoveVolumes = configuration.GetValue("Deploy:RemoveVolumes", false) };
        Refused(await ClusterDeployer.DestroyAsync(context.ManifestFolder(), options, context.CancellationToken));
    }

    private static ClusterOptions ClusterOf(IConfiguration configuration) => new()
    {
        Context = configuration["Deploy:Context"],
        Namespace = configuration["Deploy:Namespace"],
        IsDryRun = configuration.GetValue("Deploy:DryRun", false),
        Timeout = TimeSpan.FromSeconds(configuration.GetValue("Deploy:Timeout", 300)),
        Confirm = configuration.GetValue("Deploy:Yes", false) ? null : Ask,
        Progress = Console.WriteLine,
    };

    /// <summary>Where nobody can answer, the answer is no: a script says --yes.</summary>
    private static bool Ask(string question)
    {
        if (Console.IsInputRedirected)
        {
            throw new DistributedApplicationException($"{question} Nobody is at the console to answer: say --yes to go ahead.");
        }

        Console.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    private static void Refused(bool done)
    {
        if (!done)
        {
            throw new DistributedApplicationException("Nothing was changed.");
        }
    }
}
