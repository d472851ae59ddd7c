using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Analyses;
using RegressionAnalyzer.Api.Charts;
using RegressionAnalyzer.Api.Health;
using RegressionAnalyzer.Api.Insight;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Results;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Json;

/// <summary>The one JSON setup, for what goes over the wire and what lies on the volumes: snake_case, strict about unknown members.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(SnakeCaseEnumConverter<ColumnType>), typeof(SnakeCaseEnumConverter<StandardErrors>), typeof(SnakeCaseEnumConverter<LeaseState>), typeof(SnakeCaseEnumConverter<Relevance>)])]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(UploadRecord))]
[JsonSerializable(typeof(UploadView))]
[JsonSerializable(typeof(AnalyzeRequest))]
[JsonSerializable(typeof(AnalyzeAccepted))]
[JsonSerializable(typeof(JobRecord))]
[JsonSerializable(typeof(LeaseNote))]
[JsonSerializable(typeof(JobResult))]
[JsonSerializable(typeof(IReadOnlyList<ChartLink>))]
[JsonSerializable(typeof(ChartList))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(InsightAnswer))]
[JsonSerializable(typeof(TableDescription))]
[JsonSerializable(typeof(ProviderList))]
internal sealed partial class ApiJson : JsonSerializerContext;
