namespace RegressionAnalyzer.Api.Problems;

/// <summary>A request that cannot be served, found where only an exception gets out. Becomes problem details.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="detail">What is wrong, where, and what is allowed.</param>
/// <param name="more">Members beside the detail, for programs.</param>
internal sealed class RequestException(int status, string detail, params IEnumerable<KeyValuePair<string, object?>> more) : Exception(detail)
{
    public int Status { get; } = status;

    public IEnumerable<KeyValuePair<string, object?>> More { get; } = more;
}
