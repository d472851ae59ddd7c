namespace RegressionAnalyzer.Manifests.Tests;

/// <summary>The settings of the model as it is, and the charts that the two Aspire sources publish for it.</summary>
internal static class Sample
{
    public static readonly DeploymentSettings Settings = new()
    {
        Name = "regression-analyzer",
        Description = "Turns an uploaded table into a regression analysis",
        Workloads = [Workload],
    };

    public static WorkloadSettings Workload => new()
    {
        Resource = "regression-analyzer",
        Image = new ImageSettings { Registry = "registry.example.com", Repository = "regression-analyzer", Tag = "0.1.0" },
        Volumes =
        [
            new SharedVolume { Name = "data", MountPath = "/app/data", Size = "10Gi" },
            new SharedVolume { Name = "output", MountPath = "/app/output", Size = "5Gi" },
        ],
        SecretKeys =
        [
            new SecretKey("ANTHROPIC_API_KEY", "Key for Anthropic's models"),
            new SecretKey("OPENAI_API_KEY", "Key for OpenAI's models"),
            new SecretKey("GOOGLE_API_KEY", "Key for Google's models"),
            new SecretKey("GROQ_API_KEY", "Key for Groq's models"),
        ],
    };

    public static DeploymentSettings With(Func<WorkloadSettings, WorkloadSettings> change) => Settings with { Workloads = [change(Workload)] };

    public static string Chart(string source) => Path.Combine(AppContext.BaseDirectory, "Samples", source);
}
