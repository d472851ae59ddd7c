using System.Net.Http.Json;
using System.Text.Json;

namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>The Compose file and the image, really started: two replicas, their volumes and the proxy on the host's port.</summary>
public sealed class ComposeProjectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_analyzed_through_the_hosts_port_and_the_result_outlives_the_containers()
    {
        await using var project = await ComposeProject.PublishAsync(Cancellation);
        await project.UpAsync();
        var (job, result) = await AnalyzeAsync(project);
        Assert.Equal("completed", result.GetProperty("status").GetString());
        await project.CheckHealthAsync(replica: 1);
        await project.CheckHealthAsync(replica: 2);

        await project.DownAsync();
        await project.UpAsync();

        using var client = await project.ConnectAsync(Cancellation);
        var again = await client.GetFromJsonAsync<JsonElement>($"/api/v1/results/{job}", Cancellation);
        Assert.True(JsonElement.DeepEquals(result, again), $"{result}\nbecame\n{again}");
    }

    private static async Task<(string Job, JsonElement Result)> AnalyzeAsync(ComposeProject project)
    {
        using var client = await project.ConnectAsync(Cancellation);
        var table = await File.ReadAllBytesAsync(Repository.Path("samples/longley.csv"), Cancellation);
        var upload = await RunningApplication.UploadAsync(client, "longley.csv", table, Cancellation);
        return await RunningApplication.AnalyzeAsync(client, upload, "TOTEMP", Cancellation);
    }
}
