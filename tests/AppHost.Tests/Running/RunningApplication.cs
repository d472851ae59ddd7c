using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.Testing;

namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>The whole AppHost, started through Aspire's testing builder: two replicas as processes, a proxy in front, folders for volumes.</summary>
public class RunningApplication : IAsyncLifetime
{
    public const string Resource = "regression-analyzer";

    /// <summary>Far above what a start takes, so that only a hang is caught by it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _volumes = new();
    private IDistributedApplicationTestingBuilder? _builder;

    public DistributedApplication Application { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        _builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"--Volumes:Root={_volumes.Path}", "--environment=Development"], limit.Token);
        Change(_builder);
        Application = await _builder.BuildAsync(limit.Token);
        await Application.StartAsync(limit.Token);
        await Application.ResourceNotifications.WaitForResourceHealthyAsync(Resource, limit.Token);
    }

    public HttpClient CreateClient() => Application.CreateHttpClient(Resource);

    public static async Task<string> UploadAsync(HttpClient client, string fileName, byte[] content, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        using var response = await client.PostAsync("/api/v1/upload", form, cancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Assert.True(response.StatusCode == System.Net.HttpStatusCode.Created, body.ToString());
        return body.GetProperty("upload_id").GetString()!;
    }

    /// <summary>Starts an analysis and waits for its end.</summary>
    public static async Task<(string JobId, JsonElement Result)> AnalyzeAsync(
        HttpClient client, string uploadId, string target, CancellationToken cancellationToken)
    {
        using var accepted = await client.PostAsJsonAsync("/api/v1/analyze", new { upload_id = uploadId, target, skip_llm = true }, cancellationToken);
        var body = await accepted.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        Assert.True(accepted.StatusCode == System.Net.HttpStatusCode.Accepted, body.ToString());
        var job = body.GetProperty("job_id").GetString()!;
        while (true)
        {
            var result = await client.GetFromJsonAsync<JsonElement>($"/api/v1/results/{job}?wait=10s", cancellationToken);
            if (result.GetProperty("status").GetString() != "processing")
            {
                return (job, result);
            }
        }
    }

    /// <summary>What a test wants otherwise than the model has it.</summary>
    protected virtual void Change(IDistributedApplicationTestingBuilder builder)
    {
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Application.DisposeAsync();
        await _builder!.DisposeAsync();
        _volumes.Dispose();
    }
}
