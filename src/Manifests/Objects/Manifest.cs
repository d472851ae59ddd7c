using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>An object of the finished artifacts.</summary>
/// <param name="File">Its file, in the plain manifests and among the chart's templates.</param>
/// <param name="Tree">The object, values of the chart in it.</param>
internal sealed record Manifest(string File, Map Tree)
{
    /// <summary>The object is there only when this holds.</summary>
    public Condition? When { get; init; }

    /// <summary>Lines for the reader, written above the object.</summary>
    public IReadOnlyList<string> Comment { get; init; } = [];
}
