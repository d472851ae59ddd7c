namespace RegressionAnalyzer.Api.Jobs;

internal sealed class JobOptions
{
    /// <summary>Jobs run at once by one replica (<c>Jobs__MaxParallel</c>); as many as there are processors when not set.</summary>
    public int MaxParallel { get; set; } = Environment.ProcessorCount;

    /// <summary>How long a lease may stay unchanged before another replica takes the job over (<c>Jobs__LeaseSeconds</c>).</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a holder changes its lease: several times in each lease, so that one slow write loses nothing.</summary>
    public TimeSpan Beat => Lease / 10;

    /// <summary>How often a replica with a free worker looks for jobs that others took on.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(500);
}
