using System.Text;
using System.Text.Json;

namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>A table goes through the proxy, two replicas and the shared volumes, and comes out as R's numbers.</summary>
public sealed class WholeSystemTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_uploaded_table_comes_back_with_the_numbers_of_R_to_10_digits()
    {
        using var client = running.CreateClient();

        var (_, result) = await AnalyzeLongleyAsync(client);

        Assert.Equal("completed", result.GetProperty("status").GetString());
        var fit = result.GetProperty("statistics").GetProperty("linear_regression");
        var terms = fit.GetProperty("coefficients").EnumerateArray().ToDictionary(c => c.GetProperty("feature").GetString()!);
        foreach (var (term, estimate, standardError, t, p) in LongleyByR.Coefficients)
        {
            var found = term == "(Intercept)" ? fit.GetProperty("intercept") : terms[term];
            Agrees(estimate, found, "coefficient");
            Agrees(standardError, found, "std_error");
            Agrees(t, found, "t_statistic");
            Agrees(p, found, "p_value");
        }

        Agrees(LongleyByR.RSquared, fit, "r_squared");
        Agrees(LongleyByR.AdjustedRSquared, fit, "adjusted_r_squared");
        Agrees(LongleyByR.FStatistic, fit, "f_statistic");
        Agrees(LongleyByR.FPValue, fit, "f_p_value");
        Agrees(LongleyByR.ResidualStandardError, fit, "rmse");
        Agrees(LongleyByR.Aic, fit, "aic");
        Agrees(LongleyByR.Bic, fit, "bic");
    }

    [Fact]
    public async Task A_chart_comes_as_a_picture_and_as_a_drawing()
    {
        using var client = running.CreateClient();
        var (job, result) = await AnalyzeLongleyAsync(client);
        var name = result.GetProperty("charts")[0].GetProperty("name").GetString();

        var png = await GetAsync(client, $"/api/v1/charts/{job}/{name}", "image/png");
        var svg = await GetAsync(client, $"/api/v1/charts/{job}/{name}", "image/svg+xml");

        Assert.Equal("\x89PNG", Encoding.Latin1.GetString(png, 0, 4));
        Assert.Contains("<svg", Encoding.UTF8.GetString(svg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_one_replica_accepted_is_answered_by_the_other()
    {
        using var client = running.CreateClient();
        var (job, _) = await AnalyzeLongleyAsync(client);

        // The proxy takes the replicas in turn: four answers are two of each.
        for (var i = 0; i < 4; i++)
        {
            using var response = await client.GetAsync($"/api/v1/results/{job}", Cancellation);
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static async Task<(string JobId, JsonElement Result)> AnalyzeLongleyAsync(HttpClient client)
    {
        var upload = await RunningApplication.UploadAsync(
            client, "longley.csv", await File.ReadAllBytesAsync(Repository.Path("samples/longley.csv"), Cancellation), Cancellation);
        return await RunningApplication.AnalyzeAsync(client, upload, "TOTEMP", Cancellation);
    }

    private static async Task<byte[]> GetAsync(HttpClient client, string path, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(mediaType);
        using var response = await client.SendAsync(request, Cancellation);
        Assert.Equal((System.Net.HttpStatusCode.OK, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await response.Content.ReadAsByteArrayAsync(Cancellation);
    }

    private static void Agrees(double expected, JsonElement parent, string property)
    {
        var actual = parent.GetProperty(property).GetDouble();
        Assert.True(Math.Abs(actual - expected) <= 0.5e-10 * Math.Abs(expected), $"{property}: R has {expected:R}, we have {actual:R}");
    }
}
