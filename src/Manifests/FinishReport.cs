namespace RegressionAnalyzer.Manifests;

/// <summary>What publishing wrote.</summary>
public sealed record FinishReport
{
    /// <summary>Paths written, relative to the output folder, with '/' as divider, in order.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The objects in the plain manifests, as <c>Kind/name</c>, in the order they are to be applied.</summary>
    public required IReadOnlyList<string> Objects { get; init; }

    /// <summary>Files and folders in the output folder that are not ours. They were left as they are.</summary>
    public required IReadOnlyList<string> ForeignFiles { get; init; }
}
