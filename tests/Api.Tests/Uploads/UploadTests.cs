using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Uploads;

public sealed class UploadTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public UploadTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task An_upload_is_answered_with_its_id_and_what_its_columns_hold()
    {
        using var answer = await _replica.Http.UploadAsync("houses.csv", Tables.Small);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var upload = await answer.JsonAsync();
        Assert.Equal("houses.csv", (string?)upload["filename"]);
        Assert.Equal(Tables.Small.Length, (long)upload["size"]!);
        Assert.Equal("uploaded", (string?)upload["status"]);
        Assert.Equal(12, (long)upload["rows"]!);
        Assert.Equal(["numeric", "numeric", "numeric", "categorical"], upload["columns"]!.AsArray().Select(column => (string)column!["type"]!));
        Assert.Equal($"/api/v1/uploads/{upload["upload_id"]}", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_upload_lies_on_the_data_volume_as_a_table_and_a_record_and_nothing_else()
    {
        var id = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);

        Assert.Equal([$"data/uploads/{id}.json", $"data/uploads/{id}.table"], _volumes.Files);
        Assert.Equal(Tables.Small, await File.ReadAllTextAsync(Path.Combine(_volumes.Root, _volumes.Files[1]), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_upload_can_be_looked_at()
    {
        var id = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);

        using var answer = await _replica.Http.AskAsync($"/uploads/{id}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(id, (string?)(await answer.JsonAsync())["upload_id"]);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    public async Task An_unknown_upload_is_not_found(string id)
    {
        using var answer = await _replica.Http.AskAsync($"/uploads/{id}");

        Assert.NotEmpty(await answer.ProblemDetailAsync(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Names_in_every_script_are_kept()
    {
        using var answer = await _replica.Http.UploadAsync("Häuser – 東京.csv", Tables.Small);

        Assert.Equal("Häuser – 東京.csv", (string?)(await answer.JsonAsync())["filename"]);
    }
}
