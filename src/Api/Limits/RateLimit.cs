using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Limits;

/// <summary>Keeps one client from crowding out the others, each replica for itself. Every answer says what is left
/// (headers of the IETF draft ratelimit-headers), a refusal when to come again.</summary>
internal sealed class RateLimit : IEndpointFilter, IDisposable
{
    private const int Segments = 6;
    private const int Ipv6Site = 8;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly int _perMinute;
    private readonly PartitionedRateLimiter<HttpContext> _clients;

    public RateLimit(IOptions<LimitOptions> options)
    {
        _perMinute = options.Value.RequestsPerMinute;
        _clients = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(Client(context), _ => new()
        {
            PermitLimit = _perMinute,
            Window = Window,
            SegmentsPerWindow = Segments,
        }));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (_perMinute == 0)
            return await next(context);

        var http = context.HttpContext;
        using var permit = _clients.AttemptAcquire(http);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = _perMinute.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = (_clients.GetStatistics(http)?.CurrentAvailablePermits ?? 0).ToString(CultureInfo.InvariantCulture);
        if (permit.IsAcquired)
            return await next(context);

        var seconds = (int)Math.Ceiling((Window / Segments).TotalSeconds);
        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests,
            $"More than {_perMinute} requests of this kind came from your address within a minute. Try again in {seconds} seconds.");
    }

    public void Dispose() => _clients.Dispose();

    /// <summary>An address of IPv4, or the /64 that one client of IPv6 is commonly given; each endpoint counts for itself.</summary>
    private static string Client(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var client = address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6Site)) : address.ToString();
        return $"{context.Request.Path} {client}";
    }
}
