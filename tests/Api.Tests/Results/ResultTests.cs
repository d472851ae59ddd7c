using System.Net;
using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Results;

public sealed class ResultTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public ResultTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    /// <summary>R 4.2.2: <c>lm(TOTEMP ~ ., read.csv("longley.csv"))</c>, its summary with 15 digits. NIST certifies the same to the digits it gives.</summary>
    public static TheoryData<string, double, double, double, double> Longley => new()
    {
        { "GNPDEFL", 15.0618722713749, 84.9149257747667, 0.177376028230017, 0.8631408328092 },
        { "GNP", -0.0358191792925914, 0.033491007772243, -1.06951631722107, 0.312681061092703 },
        { "UNEMP", -2.02022980381683, 0.488399681651696, -4.13642735594075, 0.00253509173411112 },
        { "ARMED", -1.03322686717359, 0.214274163161674, -4.82198531044549, 0.000944366764161754 },
        { "POP", -0.0511041056535786, 0.226073200069368, -0.226051144664196, 0.826211795763653 },
        { "YEAR", 1829.15146461355, 455.478499142209, 4.01588981270981, 0.00303680334163016 },
    };

    [Fact]
    public async Task The_numbers_of_a_result_are_those_of_R()
    {
        var result = await AnalyzedAsync("longley.csv", "TOTEMP");

        Assert.Equal("completed", (string?)result["status"]);
        Assert.Equal((16, 7), ((int)result["rows"]!, (int)result["columns"]!));
        var fit = result["statistics"]!["linear_regression"]!;
        Close(-3482258.63459582, fit["intercept"]!["coefficient"]);
        Close(890420.383607368, fit["intercept"]!["std_error"]);
        foreach (var row in Longley.Select(static row => row.Data))
        {
            var (feature, estimate, error, t, p) = row;
            var coefficient = fit["coefficients"]!.AsArray().Single(each => (string?)each!["feature"] == feature)!;
            Close(estimate, coefficient["coefficient"]);
            Close(error, coefficient["std_error"]);
            Close(t, coefficient["t_statistic"]);
            Close(p, coefficient["p_value"]);
        }

        Close(0.995479004577296, fit["r_squared"]);
        Close(0.992465007628826, fit["adjusted_r_squared"]);
        Close(330.285339234591, fit["f_statistic"]);
        Close(4.98403052872458e-10, fit["f_p_value"]);
        Close(304.854073561963, fit["rmse"]);
        Close(235.234869616961, fit["aic"]);
        Close(241.415579394879, fit["bic"]);
    }

    [Fact]
    public async Task A_table_with_categories_and_missing_values_is_analysed_with_warnings()
    {
        var result = await AnalyzedAsync("house_prices.csv", "price");

        Assert.Equal("completed", (string?)result["status"]);
        var names = result["statistics"]!["linear_regression"]!["coefficients"]!.AsArray().Select(each => (string)each!["feature"]!).ToList();
        Assert.Contains("area", names);
        Assert.Contains(names, static name => name.StartsWith("district[", StringComparison.Ordinal));
        Assert.NotEmpty(result["statistics"]!["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_result_that_the_client_has_is_not_sent_again()
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);
        var job = await _replica.Http.AnalyzingAsync(new { upload_id = upload, target = "price" });
        await _replica.Http.ResultAsync(job);
        using var first = await _replica.Http.AskAsync($"/results/{job}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Calls.Api}/results/{job}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await _replica.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.TextAsync()));
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Fact]
    public async Task The_context_comes_back()
    {
        var upload = await _replica.Http.UploadedAsync("houses.csv", Tables.Small);
        var job = await _replica.Http.AnalyzingAsync(new { upload_id = upload, context = "Sales in <one> city", skip_llm = true });

        Assert.Equal("Sales in <one> city", (string?)(await _replica.Http.ResultAsync(job))["context"]);
    }

    [Fact]
    public async Task A_table_that_lies_on_its_side_is_turned_when_asked_and_the_result_says_so()
    {
        var upload = await _replica.Http.UploadedAsync("side.csv", "name,a,b,c,d,e\ny,1,2,4,3,6\nx,1,3,4,4,5\n");

        var job = await _replica.Http.AnalyzingAsync(new { upload_id = upload, target = "y", transpose = true });
        var result = await _replica.Http.ResultAsync(job);

        Assert.Equal(("completed", true), ((string?)result["status"], (bool?)result["transposed"]));
        Assert.Equal("Turned, as asked.", (string?)result["transpose_decision"]);
        Assert.Equal(5, (int)result["rows"]!);
        Assert.Equal("classical", (string?)result["statistics"]!["linear_regression"]!["standard_errors"]);
    }

    [Fact]
    public async Task A_job_that_cannot_be_done_says_why()
    {
        // Three complete rows and a category of three levels: seen only when the rows are counted.
        var upload = await _replica.Http.UploadedAsync("few.csv", "y,x,c\n1,2,a\n2,3,b\n3,5,c\n,6,a\n,7,b\n,8,c\n,9,a\n");
        var job = await _replica.Http.AnalyzingAsync(new { upload_id = upload, target = "y" });

        var result = await _replica.Http.ResultAsync(job);

        Assert.Equal("failed", (string?)result["status"]);
        Assert.Contains("rows", (string?)result["error"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("x")]
    [InlineData("..%2f..%2fetc")]
    public async Task An_unknown_job_is_not_found(string id)
    {
        using var answer = await _replica.Http.AskAsync($"/results/{id}");

        await answer.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1s")]
    [InlineData("61s")]
    [InlineData("NaN")]
    public async Task A_wait_that_is_no_time_is_refused_with_what_is_allowed(string wait)
    {
        using var answer = await _replica.Http.AskAsync($"/results/x?wait={wait}");

        Assert.Contains("60s", await answer.ProblemDetailAsync(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    private async Task<JsonObject> AnalyzedAsync(string sample, string target)
    {
        var upload = await _replica.Http.UploadedAsync(sample, Tables.Sample(sample));
        return await _replica.Http.ResultAsync(await _replica.Http.AnalyzingAsync(new { upload_id = upload, target }));
    }

    private static void Close(double expected, JsonNode? actual) =>
        Assert.InRange(((double)actual! - expected) / expected, -1e-10, 1e-10);
}
