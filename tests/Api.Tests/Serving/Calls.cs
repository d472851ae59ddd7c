using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace RegressionAnalyzer.Api.Tests.Serving;

/// <summary>The calls of the service as a client makes them.</summary>
public static class Calls
{
    public const string Api = "/api/v1";

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient http, string fileName, string content) =>
        http.UploadAsync(fileName, new ByteArrayContent(Encoding.UTF8.GetBytes(content)));

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient http, string fileName, HttpContent content)
    {
        var form = new MultipartFormDataContent { { content, "file", fileName } };
        return http.PostAsync($"{Api}/upload", form, TestContext.Current.CancellationToken);
    }

    public static async Task<string> UploadedAsync(this HttpClient http, string fileName, string content)
    {
        using var answer = await http.UploadAsync(fileName, content);
        Assert.Equal((HttpStatusCode.Created, null), (answer.StatusCode, answer.IsSuccessStatusCode ? null : await answer.TextAsync()));
        return (await answer.JsonAsync())["upload_id"]!.GetValue<string>();
    }

    public static Task<HttpResponseMessage> AnalyzeAsync(this HttpClient http, object request) =>
        http.PostAsJsonAsync($"{Api}/analyze", request, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> AnalyzeRawAsync(this HttpClient http, string body, string mediaType = "application/json") =>
        http.PostAsync($"{Api}/analyze", new StringContent(body, Encoding.UTF8, mediaType), TestContext.Current.CancellationToken);

    public static async Task<string> AnalyzingAsync(this HttpClient http, object request)
    {
        using var answer = await http.AnalyzeAsync(request);
        Assert.Equal((HttpStatusCode.Accepted, null), (answer.StatusCode, answer.IsSuccessStatusCode ? null : await answer.TextAsync()));
        return (await answer.JsonAsync())["job_id"]!.GetValue<string>();
    }

    public static Task<HttpResponseMessage> AskAsync(this HttpClient http, string path) =>
        http.GetAsync($"{Api}{path}", TestContext.Current.CancellationToken);

    /// <summary>Waits for the job's end, however many long polls that takes.</summary>
    public static async Task<JsonObject> ResultAsync(this HttpClient http, string jobId)
    {
        while (true)
        {
            using var answer = await http.AskAsync($"/results/{jobId}?wait=30s");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var result = await answer.JsonAsync();
            if (result["status"]!.GetValue<string>() != "processing")
                return result;
        }
    }

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage answer) => JsonNode.Parse(await answer.TextAsync())!.AsObject();

    /// <summary>The problem details of an answer that must be one, with this status.</summary>
    public static async Task<JsonObject> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.TextAsync();
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.NotEmpty(problem["detail"]!.GetValue<string>());
        return problem;
    }

    public static async Task<string> ProblemDetailAsync(this HttpResponseMessage answer, HttpStatusCode status) =>
        (await answer.ProblemAsync(status))["detail"]!.GetValue<string>();
}
