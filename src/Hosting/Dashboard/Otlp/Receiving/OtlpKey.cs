using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>
/// What a sender has to show. It is asked before anything of the request is read. A page of another origin cannot send the header: a browser
/// would ask first, and is not answered.
/// </summary>
internal sealed class OtlpKey
{
    /// <summary>As for Aspire's dashboard.</summary>
    public const string Header = "x-otlp-api-key";

    private const string Refusal = $"The key in the header {Header} is missing or wrong.";

    private readonly byte[] _hash;

    public OtlpKey(string? value = null)
    {
        Value = value ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _hash = Hash(Value);
    }

    public string Value { get; }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsShown(context.Request))
            await next(context);
        else if (OtlpGrpc.IsGrpc(context.Request))
            OtlpGrpc.Refuse(context.Response, StatusCode.Unauthenticated, Refusal);
        else
            await OtlpStatus.WriteAsync(context, StatusCodes.Status401Unauthorized, StatusCode.Unauthenticated, Refusal);
    }

    /// <summary>In the header of its own or, for scripts, as a bearer token.</summary>
    private bool IsShown(HttpRequest request)
    {
        const string bearer = "Bearer ";
        var authorization = request.Headers[HeaderNames.Authorization].ToString();
        var shown = request.Headers.TryGetValue(Header, out var values) ? values.ToString()
            : authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? authorization[bearer.Length..]
            : "";
        return CryptographicOperations.FixedTimeEquals(Hash(shown), _hash);
    }

    private static byte[] Hash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value));
}
