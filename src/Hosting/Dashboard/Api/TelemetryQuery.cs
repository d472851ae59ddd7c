using System.Globalization;
using Aspire.Hosting.Dashboard.Search;
using Aspire.Hosting.Dashboard.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard.Api;

/// <summary>A question cannot be read.</summary>
internal sealed class QueryException(string detail, int? position = null) : Exception(detail)
{
    /// <summary>In the search.</summary>
    public int? Position { get; } = position;
}

/// <summary>The parameters that all questions share.</summary>
/// <param name="Since">Only what happened then or later.</param>
internal sealed record TelemetryQuery(string? Search, int Limit, UnixTime? Since, string? Run)
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 10_000;

    /// <exception cref="QueryException">One of them cannot be read.</exception>
    public static TelemetryQuery Read(HttpRequest request, DateTimeOffset now)
    {
        var limit = request.Query["limit"].ToString();
        var number = DefaultLimit;
        return limit.Length > 0 && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > MaxLimit)
            ? throw new QueryException($"limit is '{limit}'; it is a number from 1 to {MaxLimit}.")
            : new TelemetryQuery(request.Query["search"], number, SinceOf(request.Query["since"].ToString(), now), request.Query["run"]);
    }

    public Predicate<LogRecord>? Logs() => With(Compile(TelemetrySearch.ForLogs));

    public Predicate<TraceSpan>? Spans() => With(Compile(TelemetrySearch.ForSpans));

    private Predicate<T>? Compile<T>(Func<string?, Predicate<T>?> compile)
    {
        try
        {
            return compile(Search);
        }
        catch (SearchException exception)
        {
            throw new QueryException(exception.Message, exception.Position);
        }
    }

    private Predicate<T>? With<T>(Predicate<T>? search) where T : ITelemetryRecord => Since is not { } since ? search
        : search is null ? record => record.Time >= since
        : record => record.Time >= since && search(record);

    /// <summary>A moment, or how long ago: <c>2026-05-01T12:00:00Z</c>, <c>5m</c>.</summary>
    private static UnixTime? SinceOf(string since, DateTimeOffset now)
    {
        if (since.Length == 0)
            return null;

        var operand = Operand.Of(since);
        return operand.Number is null && operand.Milliseconds is { } ago and >= 0 and < 1e12 ? UnixTime.From(now.AddMilliseconds(-ago))
            : operand is { Number: null, Time: { } time } ? UnixTime.From(time)
            : throw new QueryException($"since is '{since}'; it is a time such as 2026-05-01T12:00:00Z, or how long ago, such as 5m.");
    }
}
