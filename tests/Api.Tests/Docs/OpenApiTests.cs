using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Docs;

/// <summary>Nothing in the contract is left unexplained.</summary>
public sealed class OpenApiTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public OpenApiTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task Every_call_every_parameter_and_every_answer_is_described()
    {
        var unexplained = new List<string>();
        foreach (var (name, call) in await CallsAsync())
        {
            foreach (var member in (string[])["summary", "description", "operationId"])
                Note(call[member] is not null, $"{name}: {member}");
            foreach (var parameter in call["parameters"]?.AsArray() ?? [])
            {
                Note(parameter!["description"] is not null, $"{name}: parameter {parameter["name"]}");
                Note((parameter["example"] ?? parameter["schema"]?["default"] ?? parameter["schema"]?["enum"]) is not null, $"{name}: example of parameter {parameter["name"]}");
            }

            foreach (var (type, content) in call["requestBody"]?["content"]?.AsObject() ?? [])
                Note((content!["example"] ?? content["examples"]) is not null, $"{name}: example of the body {type}");
            foreach (var (status, answer) in call["responses"]!.AsObject())
            {
                Note(answer!["description"] is not null, $"{name}: description of {status}");
                Note(status is "204" or "304" || answer["content"] is not null, $"{name}: content of {status}");
                foreach (var (type, content) in answer["content"]?.AsObject() ?? [])
                    Note(type.StartsWith("image/", StringComparison.Ordinal) || (content!["example"] ?? content["examples"]) is not null, $"{name}: example of {status} {type}");
            }
        }

        Assert.Empty(unexplained);

        void Note(bool fine, string what)
        {
            if (!fine)
                unexplained.Add(what);
        }
    }

    [Fact]
    public async Task Every_call_with_an_id_or_a_body_says_how_it_may_fail()
    {
        foreach (var (name, call) in await CallsAsync())
        {
            var statuses = call["responses"]!.AsObject().Select(static answer => answer.Key).ToList();
            if (name.Contains('{', StringComparison.Ordinal))
                Assert.Contains("404", statuses);
            if (!name.Contains("health", StringComparison.Ordinal) && !name.Contains("providers", StringComparison.Ordinal))
                Assert.Contains("503", statuses); // the storage may be in trouble
            if (call["requestBody"] is not null)
                Assert.Empty(((string[])["400", "415", "422", "429", "507"]).Except(statuses));
        }
    }

    [Fact]
    public async Task The_form_of_an_upload_is_described_by_its_part()
    {
        var form = (await DocumentAsync())["paths"]!["/api/v1/upload"]!["post"]!["requestBody"]!["content"]!["multipart/form-data"]!["schema"]!;
        Assert.Equal("binary", (string?)form["properties"]!["file"]!["format"]);
        Assert.Equal("file", (string?)form["required"]![0]);
    }

    [Fact]
    public async Task The_chapters_follow_the_way_of_a_table() =>
        Assert.Equal(["Uploads", "Analyses", "Results", "Charts", "Providers", "Health"],
            (await DocumentAsync())["tags"]!.AsArray().Select(static tag => (string)tag!["name"]!));

    private async Task<JsonObject> DocumentAsync()
    {
        using var answer = await _replica.Http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        return await answer.JsonAsync();
    }

    private async Task<List<(string Name, JsonNode Call)>> CallsAsync() =>
        [.. (await DocumentAsync())["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject().Select(call => ($"{call.Key} {path.Key}", call.Value!)))];
}
