using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Objects;

/// <summary>An object of the finished artifacts.</summary>
/// <param name="File">Its file, in the plain manifests and among the chart's templates.</param>
/// <param name="Tree">The object, values of the chart in it.</param>
internal sealed record Manifest(string File, Map Tree)
{
    /// <summary>The object is there only when this holds.</summary>
    public Condition? When { get; init; }

    /// <summary>What the chart refuses that its schema cannot say.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Lines for the reader, written above the object.</summary>
    public IReadOnlyList<string> Comment { get; init; } = [];
}

/// <summary>Values that contradict each other; the settings have been checked for it already.</summary>
/// <param name="Helm">When to refuse, as Helm writes it.</param>
/// <param name="Message">What is wrong, as an argument of <c>fail</c>.</param>
internal sealed record Refusal(string Helm, string Message);
