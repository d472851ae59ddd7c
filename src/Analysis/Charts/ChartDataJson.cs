using System.Text.Json.Serialization;

namespace RegressionAnalyzer.Analysis.Charts;

/// <summary>How charts' data is kept: what follows from other members is left out, and a double comes back to the bit.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ChartData))]
internal sealed partial class ChartDataJson : JsonSerializerContext;
