using System.Net;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Analyses;

public sealed class AnalyzeTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public AnalyzeTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task A_job_is_taken_on_and_says_where_its_result_will_be()
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);

        using var answer = await _replica.Http.AnalyzeAsync(new { upload_id = upload, target = "price" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var job = await answer.JsonAsync();
        Assert.Equal("processing", (string?)job["status"]);
        Assert.Equal($"/api/v1/results/{job["job_id"]}", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_unknown_upload_is_not_found()
    {
        using var answer = await _replica.Http.AnalyzeAsync(new { upload_id = "nothing", target = "price" });

        Assert.Contains("nothing", await answer.ProblemDetailAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_column_is_refused_naming_those_there_are()
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);

        using var answer = await _replica.Http.AnalyzeAsync(new { upload_id = upload, target = "salary" });

        var problem = await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("'salary'", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains("price, area, rooms, district", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(["price", "area", "rooms", "district"], problem["columns"]!.AsArray().Select(name => (string)name!));
    }

    [Theory]
    [InlineData("""{"upload_id": "ID", "target": "district"}""", "'district'")]
    [InlineData("""{"upload_id": "ID", "target": "price", "features": ["area", "garden"]}""", "'garden'")]
    [InlineData("""{"upload_id": "ID", "target": "price", "features": ["area", "price"]}""", "itself")]
    [InlineData("""{"upload_id": "ID", "target": "price", "features": ["area", "area"]}""", "more than once")]
    [InlineData("""{"upload_id": "ID", "target": "price", "features": []}""", "empty")]
    [InlineData("""{"upload_id": "ID", "target": "price", "features": ["area", null]}""", "null")]
    [InlineData("""{"upload_id": "ID", "target": "prise"}""", "Did you mean 'price'?")]
    public async Task What_cannot_be_analysed_is_refused_at_once(string request, string reason)
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);

        using var answer = await _replica.Http.AnalyzeRawAsync(request.Replace("ID", upload, StringComparison.Ordinal));

        Assert.Contains(reason, await answer.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Equal(2, _volumes.Files.Count);
    }

    [Fact]
    public async Task Fewer_rows_than_coefficients_are_refused()
    {
        var upload = await _replica.Http.UploadedAsync("three.csv", Tables.Numbers(rows: 3));

        using var answer = await _replica.Http.AnalyzeAsync(new { upload_id = upload, target = "y", features = new[] { "x0", "x1", "x2" } });

        Assert.Contains("3 rows", await answer.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"upload_id": """, "line 1")]
    [InlineData("""{"target": "price"}""", "upload_id")]
    [InlineData("""{"upload_id": null}""", "upload_id")]
    [InlineData("""{"upload_id": 5}""", "upload_id")]
    [InlineData("""{"upload_id": "x", "targt": "price"}""", "'targt' is no member of it. Did you mean 'target'? Allowed are: upload_id, target, features,")]
    [InlineData("""{"upload_id": "x", "we ird": 1}""", "'we ird' is no member of it. Allowed are: ")]
    [InlineData("""{"upload_id": "x", "skip_llm": "yes"}""", "'skip_llm' must be true or false, or left out.")]
    [InlineData("""{"upload_id": "x", "features": ["a", 1]}""", "'features' must be a list of texts, or left out.")]
    [InlineData("""{"upload_id": "x", "folds": 1.5}""", "'folds' must be a whole number, or left out.")]
    [InlineData("""{"upload_id": "x", "upload_id": "y"}""", "'upload_id' is there more than once.")]
    [InlineData("""{"upload_id": "x",}""", "trailing comma")]
    [InlineData("[]", "JSON")]
    [InlineData("null", "body is empty")]
    [InlineData("", "body is empty")]
    public async Task Malformed_requests_are_told_what_is_malformed(string body, string reason)
    {
        using var answer = await _replica.Http.AnalyzeRawAsync(body);

        var detail = await answer.ProblemDetailAsync(HttpStatusCode.BadRequest);
        Assert.Contains(reason, detail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("AnalyzeRequest|System[.]|[.]NET|options|constructor", detail);
    }

    [Fact]
    public async Task Another_content_type_is_refused_naming_the_one_that_is_read()
    {
        using var answer = await _replica.Http.AnalyzeRawAsync("upload_id=x", "application/x-www-form-urlencoded");

        Assert.Contains("application/json", await answer.ProblemDetailAsync(HttpStatusCode.UnsupportedMediaType), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_method_is_refused_naming_the_one_that_is_possible()
    {
        using var answer = await _replica.Http.AskAsync("/analyze");

        Assert.Contains("POST", await answer.ProblemDetailAsync(HttpStatusCode.MethodNotAllowed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_nothing_is_not_found_as_problem_details()
    {
        using var answer = await _replica.Http.AskAsync("/nothing");

        Assert.Contains("/api/v1/nothing", await answer.ProblemDetailAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
    }
}
