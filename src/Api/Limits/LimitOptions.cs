using System.Net;

namespace RegressionAnalyzer.Api.Limits;

internal sealed class LimitOptions
{
    /// <summary>Requests a client address may make in a minute to <c>upload</c>, and as many to <c>analyze</c> (<c>RateLimit__RequestsPerMinute</c>); 0 is no limit.</summary>
    public int RequestsPerMinute { get; set; } = 10;

    /// <summary>Origins whose pages may call the service from a browser (<c>Cors__Origins</c>, separated by commas; <c>*</c> is any).</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Networks of proxies whose <c>X-Forwarded-For</c> is believed (<c>Proxies__Networks</c>, separated by commas, such as 10.0.0.0/8).</summary>
    public IPNetwork[] Proxies { get; set; } = [];
}
