using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The request behind <c>WithHttpCommand</c>.</summary>
internal static class HttpCommand
{
    private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(100) };

    public static async Task<ExecuteCommandResult> SendAsync(
        EndpointReference endpoint, string path, HttpMethod method, HttpCommandOptions options, ExecuteCommandContext context)
    {
        var url = new Uri(new Uri(await endpoint.GetValueAsync(context.CancellationToken) ?? ""), path);
        using var request = new HttpRequestMessage(method, url);
        if (options.PrepareRequest is { } prepare)
        {
            await prepare(new HttpCommandRequestContext
            {
                Services = context.Services,
                ResourceName = context.ResourceName,
                Endpoint = endpoint,
                CancellationToken = context.CancellationToken,
                HttpClient = Client,
                Request = request,
            });
        }

        using var response = await Client.SendAsync(request, context.CancellationToken);
        return options.GetCommandResult is { } read
            ? await read(new HttpCommandResultContext
            {
                Services = context.Services,
                ResourceName = context.ResourceName,
                Endpoint = endpoint,
                CancellationToken = context.CancellationToken,
                HttpClient = Client,
                Response = response,
            })
            : response.IsSuccessStatusCode ? CommandResults.Success()
            : CommandResults.Failure(string.Create(CultureInfo.InvariantCulture, $"{method} {url} answered {(int)response.StatusCode} {response.ReasonPhrase}."));
    }
}
