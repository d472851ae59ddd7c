namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>A file as an analyst might bring it, before or after it was damaged.</summary>
internal sealed record FuzzedFile(string Name, byte[] Content);
