using Aspire.Hosting.Dashboard.Search;
using Aspire.Hosting.Dashboard.Telemetry;
using static Aspire.Hosting.Dashboard.Tests.Telemetry.Records;

namespace Aspire.Hosting.Dashboard.Tests.Search;

public sealed class SearchTests
{
    private static readonly LogRecord Log = Log(0, "Order 17 of \"Ada\" was refused (no stock)") with
    {
        SeverityNumber = 13,
        Scope = new InstrumentationScope("Shop.Orders", "", []),
        TraceId = new TraceId(0xabc),
        Time = UnixTime.From(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero)),
        Attributes = [new("http.response.status_code", AttributeValue.Of(503)), new("user", AttributeValue.Of("Ada Lovelace")), new("empty", default)],
    };

    private static readonly TraceSpan Span = Span(1, 2, parent: 3, from: 0, to: 120, name: "POST /orders") with
    {
        Kind = SpanKind.Server,
        Status = SpanStatus.Error,
        StatusMessage = "out of stock",
        Attributes = [new("retries", AttributeValue.Of("3")), new("ratio", AttributeValue.Of(0.5)), new("http.response.status_code", AttributeValue.Of(409)), new("cached", AttributeValue.Of(true))],
        Events = [new SpanEvent(At(1), "exception", [new("exception.message", AttributeValue.Of("No such shelf"))])],
    };

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("order")]
    [InlineData("order refused")]
    [InlineData("order AND refused")]
    [InlineData("\"of \\\"Ada\\\" was\"")]
    [InlineData("lovelace")]
    [InlineData("503")]
    [InlineData("shop.orders")]
    [InlineData("api-1")]
    [InlineData("-shipped")]
    [InlineData("!shipped")]
    [InlineData("NOT shipped")]
    [InlineData("-(shipped OR paid)")]
    [InlineData("shipped OR refused")]
    [InlineData("(shipped OR order) refused")]
    [InlineData("00000000000000000000000000000abc")]
    [InlineData("message:\"17 of\"")]
    [InlineData("user:ada")]
    [InlineData("USER:=\"ada lovelace\"")]
    [InlineData("-user:=ada")]
    [InlineData("resource:api instance:api-1 service.name:api")]
    [InlineData("category:=Shop.Orders")]
    [InlineData("severity:warning")]
    [InlineData("level:>=warn")]
    [InlineData("severity:<error")]
    [InlineData("severity:info..error")]
    [InlineData("http.response.status_code:503")]
    [InlineData("http.response.status_code:500..599")]
    [InlineData("http.response.status_code:>=503.0")]
    [InlineData("http.response.status_code:..599")]
    [InlineData("http.response.status_code:500..")]
    [InlineData("http.response.status_code:*")]
    [InlineData("-missing:* -empty:*")]
    [InlineData("-missing:1")]
    [InlineData("time:>2026-04-30")]
    [InlineData("time:2026-05-01T11:59:00Z..2026-05-01T12:01:00Z")]
    [InlineData("trace:abc")]
    public void ALogIsFound(string search) => Assert.True(TelemetrySearch.ForLogs(search)?.Invoke(Log) ?? true);

    [Theory]
    [InlineData("shipped")]
    [InlineData("order shipped")]
    [InlineData("-order")]
    [InlineData("- - -order")]
    [InlineData("user:=ada")]
    [InlineData("user:>5")]
    [InlineData("severity:>warn")]
    [InlineData("severity:info")]
    [InlineData("http.response.status_code:50")]
    [InlineData("http.response.status_code:<503")]
    [InlineData("http.response.status_code:504..599")]
    [InlineData("http.response.status_code:bad")]
    [InlineData("missing:*")]
    [InlineData("missing:<5")]
    [InlineData("event:*")]
    [InlineData("exception:*")]
    [InlineData("time:>2026-05-02")]
    [InlineData("time:>whenever")]
    [InlineData("\"or\" zebra")]
    public void ALogIsNotFound(string search) => Assert.False(TelemetrySearch.ForLogs(search)!(Log));

    [Theory]
    [InlineData("duration:>100ms")]
    [InlineData("duration:>=120")]
    [InlineData("duration:0.1s..0.2s")]
    [InlineData("duration:<1m")]
    [InlineData("kind:server status:error")]
    [InlineData("error:stock")]
    [InlineData("error:*")]
    [InlineData("name:/orders")]
    [InlineData("retries:>2")]
    [InlineData("ratio:0.5")]
    [InlineData("cached:true")]
    [InlineData("\"such shelf\"")]
    [InlineData("event:exception")]
    [InlineData("parent:0000000000000003")]
    [InlineData("status:409"), InlineData("status:400..499"), InlineData("status:>=400"), InlineData("status:err"), InlineData("status:=error")]
    public void ASpanIsFound(string search) => Assert.True(TelemetrySearch.ForSpans(search)!(Span));

    [Theory]
    [InlineData("duration:>1s")]
    [InlineData("duration:>long")]
    [InlineData("kind:client")]
    [InlineData("cached:false")]
    [InlineData("ratio:0..0.4")]
    [InlineData("status:40"), InlineData("status:500..599"), InlineData("status:ok")]
    public void ASpanIsNotFound(string search) => Assert.False(TelemetrySearch.ForSpans(search)!(Span));

    [Theory]
    [InlineData("a \"b", 2, "quote")]
    [InlineData("(a OR b", 0, ")")]
    [InlineData("a) b", 1, "(")]
    [InlineData("a ()", 2, "nothing")]
    [InlineData("OR a", 0, "before")]
    [InlineData("a OR", 2, "after")]
    [InlineData("a -", 2, "exclude")]
    [InlineData("a b:", 4, "'b'")]
    [InlineData("b:>", 3, "'b'")]
    [InlineData("b:>= x", 4, "'b'")]
    [InlineData("b:..", 2, "range")]
    [InlineData(":a", 0, "colon")]
    public void AnErrorSaysWhereItIs(string search, int position, string says)
    {
        var error = Assert.Throws<SearchException>(() => TelemetrySearch.ForLogs(search));

        Assert.Equal(position, error.Position);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoSearchIsTooDeepOrTooLong()
    {
        Assert.Throws<SearchException>(() => TelemetrySearch.ForLogs(new string('(', 4000)));
        Assert.Throws<SearchException>(() => TelemetrySearch.ForLogs(new string('-', 4000) + "a"));
        Assert.Throws<SearchException>(() => TelemetrySearch.ForLogs(new string('a', 5000)));
    }

    /// <summary>Whatever is typed is read or refused, and never an accident.</summary>
    [Fact]
    public void AnythingMayBeTyped()
    {
        var random = new Random(7);
        const string alphabet = "ab:\"\\()-!=<>.* 1OR";
        for (var i = 0; i < 20_000; i++)
        {
            var search = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            try
            {
                TelemetrySearch.ForLogs(search)?.Invoke(Log);
            }
            catch (SearchException error)
            {
                Assert.InRange(error.Position, 0, search.Length);
            }
        }
    }
}
