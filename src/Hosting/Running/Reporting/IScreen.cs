namespace Aspire.Hosting.Running;

/// <summary>Where the lines of run mode appear.</summary>
internal interface IScreen
{
    void Line(string subject, string message, Tone tone);

    /// <summary>What one resource wrote itself.</summary>
    void Output(string replicaId, string line, bool isError);

    /// <summary>All that could start has: where it is, and how to end it.</summary>
    void Summary(IReadOnlyCollection<EndpointLine> endpoints, string ending, Tone tone);
}

/// <param name="Replicas">How many processes are behind the address.</param>
internal sealed record EndpointLine(string Resource, string Address, int Replicas);
