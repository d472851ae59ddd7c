namespace RegressionAnalyzer.Manifests;

/// <summary>A file that publishing writes.</summary>
/// <param name="Path">Relative to the output folder, with '/' as divider.</param>
/// <param name="Content">The text, with line feeds only.</param>
public sealed record PublishedFile(string Path, string Content);
