using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Results;

/// <summary>A result with its charts, complete in a folder that nobody else looks at.</summary>
internal sealed record ResultDraft(string JobId, string Folder)
{
    /// <summary>Removes what is left of it.</summary>
    public void Discard() => WholeFile.Discard(Folder);
}
