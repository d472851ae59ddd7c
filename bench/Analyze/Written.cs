using System.Text.Json.Serialization;
using RegressionAnalyzer.Analysis;

namespace RegressionAnalyzer.Bench;

/// <summary>What is written of a result, charts apart.</summary>
internal sealed record Written(long Rows, Statistics Statistics, IReadOnlyList<string> Warnings);

/// <summary>Generated, so that it can be compiled ahead of time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(Written))]
internal sealed partial class WrittenJson : JsonSerializerContext;
