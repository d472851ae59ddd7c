namespace Aspire.Hosting.Publishing;

/// <param name="Path">Relative to the output folder, with '/' as divider.</param>
internal sealed record PublishedFile(string Path, string Content);
