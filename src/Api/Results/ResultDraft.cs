using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Results;

/// <summary>A result with its charts, complete in a folder that nobody else looks at.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Outcome"><c>completed</c> or <c>failed</c>.</param>
internal sealed record ResultDraft(string JobId, string Folder, string Outcome = ResultDraft.Failed)
{
    public const string Completed = "completed", Failed = "failed";

    /// <summary>Removes what is left of it.</summary>
    public void Discard() => WholeFile.Discard(Folder);
}
