using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegressionAnalyzer.Api.Json;

/// <summary>Words in place of numbers, spelled as the members are.</summary>
internal sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
