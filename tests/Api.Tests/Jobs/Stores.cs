using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Results;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.Api.Tests.Serving;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Tests.Jobs;

/// <summary>The stores of a replica that has no workers and no clock of its own: what another replica wrote before it died.</summary>
internal sealed class Stores
{
    public Stores(SharedVolumes volumes, TimeProvider? time = null)
    {
        var storage = new StorageOptions { DataPath = volumes.Data, OutputPath = volumes.Output };
        Volumes = new Volumes(Options.Create(storage), new Environment());
        Volumes.Prepare();
        Uploads = new(Volumes);
        Signal = new(time ?? TimeProvider.System);
        Jobs = new(Volumes, Signal, time ?? TimeProvider.System);
        Leases = new(Jobs);
        Results = new(Volumes);
    }

    public Volumes Volumes { get; }

    public UploadStore Uploads { get; }

    public JobSignal Signal { get; }

    public JobQueue Jobs { get; }

    public LeaseStore Leases { get; }

    public ResultStore Results { get; }

    /// <summary>Keeps a table as an upload and takes a job on for it.</summary>
    public JobRecord AddJob(string table, string? target = null)
    {
        var temporary = Uploads.NewTemporary();
        File.WriteAllText(temporary, table);
        var seen = Analysis.Analyzer.Inspect(temporary, "table.csv", CancellationToken.None);
        var upload = new UploadRecord(Id.New(), "table.csv", table.Length, DateTimeOffset.UnixEpoch, seen.Rows, seen.Columns, seen.Warnings);
        Uploads.Keep(temporary, upload);
        return Jobs.Add(new(upload.UploadId, target), upload);
    }

    private sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
