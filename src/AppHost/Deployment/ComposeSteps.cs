using Aspire.Hosting.Pipelines;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The steps around the Compose publisher, which writes into the output folder itself: its files live in the folder <c>compose</c>.</summary>
internal static class ComposeSteps
{
    private const string Variables = ".env";
    private const string Publish = "publish-compose";

    public static void AddComposeSteps(this IDistributedApplicationPipeline pipeline)
    {
        pipeline.AddStep("keep-variables", KeepVariables, requiredBy: Publish);
        pipeline.AddStep(ManifestSteps.Finish, Finish, dependsOn: Publish, requiredBy: WellKnownPipelineSteps.Publish);
    }

    /// <summary>The publisher keeps the values that a person filled into <c>.env</c>: it must find them.</summary>
    private static Task KeepVariables(PipelineStepContext context)
    {
        var filledIn = Path.Combine(context.ComposeFolder(), Variables);
        if (File.Exists(filledIn))
        {
            File.Copy(filledIn, Path.Combine(context.OutputFolder(), Variables), overwrite: true);
        }

        return Task.CompletedTask;
    }

    private static Task Finish(PipelineStepContext context)
    {
        Directory.CreateDirectory(context.ComposeFolder());
        foreach (var file in new[] { Variables, "docker-compose.yaml" })
        {
            File.Move(Path.Combine(context.OutputFolder(), file), Path.Combine(context.ComposeFolder(), file), overwrite: true);
        }

        context.Summary.Add("Compose", $"{context.ComposeFolder()}, and .env with it; start with: docker compose up -d, in that folder");
        return Task.CompletedTask;
    }

    private static string ComposeFolder(this PipelineStepContext context) => Path.Combine(context.OutputFolder(), "compose");
}
