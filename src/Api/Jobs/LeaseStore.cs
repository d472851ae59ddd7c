using System.Globalization;
using System.Text.Json;
using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Jobs;

/// <summary>Leases on the data volume: <c>jobs/ID/lease.N</c>. Only the creation of a name is relied on to be exclusive.</summary>
internal sealed class LeaseStore(JobQueue jobs)
{
    private const string Prefix = "lease.";

    /// <summary>The highest lease of a job; number 0 when nobody has had one, or the job is gone.</summary>
    public Lease Highest(string jobId)
    {
        var highest = 0;
        try
        {
            foreach (var path in Directory.EnumerateFiles(jobs.Folder(jobId), Prefix + "*"))
            {
                if (int.TryParse(Path.GetFileName(path.AsSpan())[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    highest = Math.Max(highest, number);
            }
        }
        catch (DirectoryNotFoundException)
        {
        }

        return new(jobId, highest);
    }

    /// <summary>Takes a lease; false when somebody was faster or the job is gone.</summary>
    public bool TryTake(Lease lease)
    {
        try
        {
            using var created = WholeFile.Create(PathOf(lease));
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException) when (File.Exists(PathOf(lease)))
        {
            return false;
        }
    }

    /// <summary>Changes a lease, which keeps it.</summary>
    public void Write(Lease lease, LeaseNote note) => WholeFile.Write(PathOf(lease), note, ApiJson.Default.LeaseNote);

    /// <summary>What a lease says; null while its holder has written nothing yet.</summary>
    public LeaseNote? Read(Lease lease)
    {
        try
        {
            return WholeFile.Read(PathOf(lease), ApiJson.Default.LeaseNote);
        }
        catch (JsonException)
        {
            return null; // just created, or seen through a file system while it changes
        }
    }

    /// <summary>How many leases up to this one ended without being given back.</summary>
    public int Lost(Lease upTo) => Enumerable.Range(1, upTo.Number)
        .Count(number => Read(upTo with { Number = number })?.State != LeaseState.Returned);

    private string PathOf(Lease lease) => Path.Combine(jobs.Folder(lease.JobId), Prefix + lease.Number.ToString(CultureInfo.InvariantCulture));
}
