using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>Infinities and NaN are no JSON: a result that has one cannot be answered. The exception says where it is.</summary>
internal sealed class FiniteNumbers : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        // without a message of its own the serializer adds the path
        if (!double.IsFinite(value))
            throw new JsonException();
        writer.WriteNumberValue(value);
    }
}
