namespace RegressionAnalyzer.Manifests.Verification;

/// <summary>How much a finding matters, least first.</summary>
public enum Severity
{
    /// <summary>Good to know; never fails a run by default.</summary>
    Info,

    /// <summary>The cluster takes it, and it will hurt some day.</summary>
    Warning,

    /// <summary>The cluster refuses it, it does not work, or it opens the node to the workload.</summary>
    Error,
}
