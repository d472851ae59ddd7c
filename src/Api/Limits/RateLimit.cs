using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Limits;

/// <summary>Keeps one client from crowding out the others, each replica for itself. Every answer says what is left
/// (headers of the IETF draft ratelimit-headers, 07), a refusal when the next request may come, to the second.</summary>
internal sealed class RateLimit(IOptions<LimitOptions> options, TimeProvider time) : IEndpointFilter
{
    private const int Ipv6Site = 8;

    private readonly int _perMinute = options.Value.RequestsPerMinute;
    private readonly ConcurrentDictionary<string, RecentRequests> _clients = new();
    private long _tidied = time.GetTimestamp();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (_perMinute == 0)
            return await next(context);

        var allowance = Take(Client(context.HttpContext));
        var headers = context.HttpContext.Response.Headers;
        headers["RateLimit-Policy"] = Invariant($"{_perMinute};w={RecentRequests.Window.TotalSeconds}");
        headers["RateLimit-Limit"] = Invariant($"{_perMinute}");
        headers["RateLimit-Remaining"] = Invariant($"{allowance.Remaining}");
        headers["RateLimit-Reset"] = Invariant($"{allowance.NextSeconds}");
        if (allowance.IsTaken)
            return await next(context);

        headers.RetryAfter = Invariant($"{allowance.NextSeconds}");
        return Problem.Of(StatusCodes.Status429TooManyRequests,
            $"More than {_perMinute} requests of this kind came from your address within a minute. Try again in {allowance.NextSeconds} seconds.");
    }

    private Allowance Take(string client)
    {
        Tidy();
        return _clients.GetOrAdd(client, _ => new(_perMinute, time)).Take();
    }

    /// <summary>Clients that were not seen for a minute cost no memory. One that comes back while it is forgotten has a request more.</summary>
    private void Tidy()
    {
        var before = Volatile.Read(ref _tidied);
        if (time.GetElapsedTime(before) < RecentRequests.Window || Interlocked.CompareExchange(ref _tidied, time.GetTimestamp(), before) != before)
            return;
        foreach (var (client, requests) in _clients)
        {
            if (requests.IsIdle())
                _clients.TryRemove(client, out _);
        }
    }

    /// <summary>An address of IPv4, or the /64 that one client of IPv6 is commonly given; each endpoint counts for itself.</summary>
    private static string Client(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var client = address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6Site)) : address.ToString();
        return $"{context.Request.Path.Value?.ToUpperInvariant()} {client}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
