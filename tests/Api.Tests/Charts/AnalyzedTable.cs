using System.Text.Json.Nodes;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Charts;

/// <summary>A table that was analysed once, for all tests that only read.</summary>
public sealed class AnalyzedTable : IAsyncLifetime
{
    private readonly SharedVolumes _volumes = new();

    public AnalyzedTable() => Replica = new(_volumes);

    public Replica Replica { get; }

    public JsonObject Result { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var upload = await Replica.Http.UploadedAsync("longley.csv", Tables.Sample("longley.csv"));
        Result = await Replica.Http.ResultAsync(await Replica.Http.AnalyzingAsync(new { upload_id = upload, target = "TOTEMP" }));
    }

    public ValueTask DisposeAsync()
    {
        Replica.Dispose();
        _volumes.Dispose();
        return ValueTask.CompletedTask;
    }
}
