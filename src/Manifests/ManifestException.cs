namespace RegressionAnalyzer.Manifests;

/// <summary>
/// Something that a person can mend: a setting out of bounds, a folder that is no chart, an output folder that cannot be written, a cluster
/// that refuses. The message says what and where, and what is allowed.
/// </summary>
public sealed class ManifestException : Exception
{
    public ManifestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
