namespace Aspire.Hosting.ApplicationModel;

/// <summary>The launch profile that was asked for by name; null asks for none at all.</summary>
internal sealed record LaunchProfileAnnotation(string? ProfileName) : IResourceAnnotation;
