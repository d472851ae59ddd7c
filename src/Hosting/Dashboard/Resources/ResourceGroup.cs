using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>A resource with its replicas as they stand: one row of the table, or a row and one more for each replica.</summary>
public sealed record ResourceGroup(IResource Resource, ImmutableArray<ResourceEvent> Replicas)
{
    public string Name => Resource.Name;

    public bool HasSeveral => Replicas.Length > 1;

    /// <summary>What the resource as a whole is said to be: the one replica's state, or the worst of several.</summary>
    public Standing Standing => Replicas.Select(r => Standing.Of(r.Snapshot)).MaxBy(s => s.Severity)!;

    public DateTime? StartedAt => Replicas.Min(r => r.Snapshot.StartTimeStamp);

    public IEnumerable<UrlSnapshot> Urls => Replicas.SelectMany(r => r.Snapshot.Urls).Where(u => !u.IsInternal).DistinctBy(u => u.Url);

    /// <summary>A command makes sense for all of them when it does for one.</summary>
    public IEnumerable<ResourceCommandSnapshot> Commands => Replicas.SelectMany(r => r.Snapshot.Commands)
        .GroupBy(c => c.Name)
        .Select(same => same.MinBy(c => c.State)!)
        .Where(c => c.State != ResourceCommandState.Hidden);

    public int Restarts => Replicas.Sum(r => r.Snapshot.Restarts());
}
