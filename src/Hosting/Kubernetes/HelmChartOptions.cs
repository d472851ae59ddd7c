using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Kubernetes;

/// <summary>The names and the version of the chart; what is not set follows from the application.</summary>
public sealed class HelmChartOptions
{
    internal ReferenceExpression? ChartName { get; private set; }

    internal ReferenceExpression? ChartVersion { get; private set; }

    internal ReferenceExpression? ChartDescription { get; private set; }

    internal ReferenceExpression? Namespace { get; private set; }

    internal ReferenceExpression? ReleaseName { get; private set; }

    public HelmChartOptions WithChartName(string chartName) => Set(() => ChartName = Text(chartName));

    public HelmChartOptions WithChartName(IResourceBuilder<ParameterResource> chartName) => Set(() => ChartName = Text(chartName));

    public HelmChartOptions WithChartVersion(string chartVersion) => Set(() => ChartVersion = Text(chartVersion));

    public HelmChartOptions WithChartVersion(IResourceBuilder<ParameterResource> chartVersion) => Set(() => ChartVersion = Text(chartVersion));

    public HelmChartOptions WithChartDescription(string chartDescription) => Set(() => ChartDescription = Text(chartDescription));

    public HelmChartOptions WithChartDescription(IResourceBuilder<ParameterResource> chartDescription) => Set(() => ChartDescription = Text(chartDescription));

    public HelmChartOptions WithNamespace(string @namespace) => Set(() => Namespace = Text(@namespace));

    public HelmChartOptions WithNamespace(IResourceBuilder<ParameterResource> @namespace) => Set(() => Namespace = Text(@namespace));

    public HelmChartOptions WithReleaseName(string releaseName) => Set(() => ReleaseName = Text(releaseName));

    public HelmChartOptions WithReleaseName(IResourceBuilder<ParameterResource> releaseName) => Set(() => ReleaseName = Text(releaseName));

    private static ReferenceExpression Text(string value) => ReferenceExpression.Create($"{value}");

    private static ReferenceExpression Text(IResourceBuilder<ParameterResource> value) => ReferenceExpression.Create($"{value}");

    private HelmChartOptions Set(Action change)
    {
        change();
        return this;
    }
}
