using System.Net;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Analyses;

/// <summary>What may be said of the model beyond target and features.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public ModelTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task A_formula_says_what_is_explained_by_what()
    {
        var fit = await FitAsync(upload => new { upload_id = upload, formula = "log(TOTEMP) ~ GNP + I(UNEMP^2) + GNP:POP" });

        Assert.Equal("log(TOTEMP)", (string?)fit["target"]);
        Assert.Equal(["GNP", "I(UNEMP^2)", "GNP:POP"], fit["coefficients"]!.AsArray().Select(static row => (string?)row!["feature"]));
    }

    [Fact]
    public async Task Robust_errors_weights_a_fit_through_the_origin_and_folds_come_as_asked()
    {
        var fit = await FitAsync(upload => new
        {
            upload_id = upload,
            target = "TOTEMP",
            features = new[] { "GNP" },
            weights = "POP",
            intercept = false,
            standard_errors = "hc3",
            folds = 4,
        });

        Assert.Null(fit["intercept"]);
        Assert.Equal("hc3", (string?)fit["standard_errors"]);
        Assert.Equal(4, (int?)fit["cross_validation"]!["folds"]);
        // R 4.2.2: coef(lm(TOTEMP ~ GNP - 1, weights = POP)) on samples/longley.csv
        Assert.Equal(0.15912271479256052, (double)fit["coefficients"]![0]!["coefficient"]!, 1e-11);
    }

    [Theory]
    [InlineData("""{"formula": "TOTEMP ~ log(GNP"}""", "at character 17")]
    [InlineData("""{"formula": "TOTEMP ~ GNP + wages"}""", "'wages', which is no column")]
    [InlineData("""{"formula": "TOTEMP ~ sinh(GNP)"}""", "There are: I, log")]
    [InlineData("""{"formula": "TOTEMP ~ GNP", "target": "TOTEMP"}""", "'formula' and 'target'")]
    [InlineData("""{"formula": "TOTEMP ~ GNP", "features": ["GNP"]}""", "'formula' and 'features'")]
    [InlineData("""{"formula": "TOTEMP ~ GNP", "intercept": false}""", "'- 1'")]
    [InlineData("""{"target": "TOTEMP", "weights": "people"}""", "'people', which is no column")]
    [InlineData("""{"target": "TOTEMP", "weights": "TOTEMP"}""", "also in the model")]
    [InlineData("""{"target": "TOTEMP", "standard_errors": "hc4"}""", "classical, hc0, hc1, hc2, hc3")]
    [InlineData("""{"target": "TOTEMP", "folds": 1}""", "Allowed are 2 to 20")]
    [InlineData("""{"target": "TOTEMP", "folds": 21}""", "Allowed are 2 to 20")]
    public async Task What_is_not_offered_is_refused_at_once_naming_what_is(string request, string reason)
    {
        var asked = JsonNode.Parse(request)!.AsObject();
        asked["upload_id"] = await _replica.Http.UploadedAsync("longley.csv", Tables.Sample("longley.csv"));

        using var answer = await _replica.Http.AnalyzeAsync(asked);

        Assert.Contains(reason, await answer.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_that_cannot_be_read_says_at_which_character()
    {
        var upload = await _replica.Http.UploadedAsync("longley.csv", Tables.Sample("longley.csv"));

        using var answer = await _replica.Http.AnalyzeAsync(new { upload_id = upload, formula = "TOTEMP ~ GNP $ POP" });

        Assert.Equal(14, (int?)(await answer.ProblemAsync(HttpStatusCode.UnprocessableEntity))["position"]);
    }

    [Fact]
    public async Task Negative_and_textual_weights_are_refused()
    {
        var upload = await _replica.Http.UploadedAsync("weights.csv", "x,y,w,name\n1,2,1,a\n2,3,-1,b\n3,5,1,a\n4,4,1,b\n");

        using var negative = await _replica.Http.AnalyzeAsync(new { upload_id = upload, target = "y", weights = "w" });
        using var textual = await _replica.Http.AnalyzeAsync(new { upload_id = upload, target = "y", weights = "name" });

        Assert.Contains("negative value -1", await negative.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Contains("choose one of x, y, w", await textual.ProblemDetailAsync(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_do_not_fit_are_passed_over_where_the_upload_says_so()
    {
        const string Torn = "x,y\n1,2\n3\n4,5\n6,7.5,8\n7,8\n9,9.5\n";
        using var refused = await _replica.Http.UploadAsync("torn.csv", Torn);
        Assert.Equal(3, (int?)(await refused.ProblemAsync(HttpStatusCode.UnprocessableEntity))["line"]);

        using var form = new MultipartFormDataContent { { new StringContent(Torn), "file", "torn.csv" } };
        using var taken = await _replica.Http.PostAsync($"{Calls.Api}/upload?skip_bad_rows=true", form, TestContext.Current.CancellationToken);
        var upload = await taken.JsonAsync();
        var result = await _replica.Http.ResultAsync(await _replica.Http.AnalyzingAsync(new { upload_id = (string)upload["upload_id"]!, target = "y" }));

        Assert.Contains("2 rows have another number of fields", (string?)upload["warnings"]![0], StringComparison.Ordinal);
        Assert.Equal(("completed", 4), ((string?)result["status"], (int?)result["rows"]));
        Assert.Contains(result["warnings"]!.AsArray(), static warning => ((string)warning!).Contains("passed over", StringComparison.Ordinal));
    }

    private async Task<JsonNode> FitAsync(Func<string, object> request)
    {
        var upload = await _replica.Http.UploadedAsync("longley.csv", Tables.Sample("longley.csv"));
        var result = await _replica.Http.ResultAsync(await _replica.Http.AnalyzingAsync(request(upload)));
        Assert.Equal(("completed", null), ((string?)result["status"], (string?)result["error"]));
        return result["statistics"]!["linear_regression"]!;
    }
}
