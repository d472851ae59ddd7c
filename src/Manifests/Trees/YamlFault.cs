namespace RegressionAnalyzer.Manifests.Trees;

/// <summary>What is wrong with a text that was to be YAML.</summary>
/// <param name="Line">Counted from 1; 0 where it is not known.</param>
/// <param name="Message">The reason; the key where <paramref name="IsDuplicate"/>.</param>
/// <param name="IsDuplicate">A key stands twice in one map.</param>
internal sealed record YamlFault(int Line, string Message, bool IsDuplicate = false);
