namespace Aspire.Hosting.Dashboard.Search;

/// <summary>A search cannot be read.</summary>
/// <param name="position">Where in its text, from 0; the page underlines it.</param>
internal sealed class SearchException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
