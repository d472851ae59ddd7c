using Microsoft.Extensions.Hosting;

namespace RegressionAnalyzer.Examples.Everything;

internal sealed record Settings(
    IResourceBuilder<ParameterResource> Level,
    IResourceBuilder<ParameterResource> Region,
    IResourceBuilder<ParameterResource> Password,
    IResourceBuilder<ParameterResource> Stamp)
{
    public static Settings Add(IDistributedApplicationBuilder builder) => new(
        builder.AddParameter("log-level", "Information", publishValueAsDefault: true).WithDescription("What is logged.", enableMarkdown: true),
        builder.AddParameterFromConfiguration("region", "Shop:Region"),
        builder.AddParameter("password", secret: true),
        builder.AddParameter("stamp", () => builder.Environment.IsDevelopment() ? "dev" : "live", publishValueAsDefault: true));
}
