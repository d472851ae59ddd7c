using System.Globalization;

namespace RegressionAnalyzer.AppHost.Deployment;

/// <summary>The largest file that the service takes.</summary>
internal sealed record UploadLimitAnnotation(long Bytes) : IResourceAnnotation;

internal static class UploadExtensions
{
    /// <summary>The service is told, and a pod's temporary folder and ephemeral storage are sized by it.</summary>
    /// <param name="setting">The variable that tells the service.</param>
    public static IResourceBuilder<ProjectResource> WithUploadLimit(this IResourceBuilder<ProjectResource> project, long bytes, string setting) => project
        .WithAnnotation(new UploadLimitAnnotation(bytes), ResourceAnnotationMutationBehavior.Replace)
        .WithEnvironment(setting, bytes.ToString(CultureInfo.InvariantCulture));
}
