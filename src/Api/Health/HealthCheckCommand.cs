using RegressionAnalyzer.Api.Settings;

namespace RegressionAnalyzer.Api.Health;

/// <summary>Asks the service in the same container whether it lives: the image has no shell and no curl to do it with.</summary>
internal static class HealthCheckCommand
{
    public const string Name = "healthcheck";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>0 when it lives, 1 when not, as container engines expect.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().AddCommandLine(args).Build();
        var address = Address(configuration);
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = await client.GetAsync(new Uri(address, "/api/v1/health?probe=live"));
            if (answer.IsSuccessStatusCode)
                return 0;
            await Console.Error.WriteLineAsync($"{address} answers {(int)answer.StatusCode}.");
        }
        catch (Exception silence) when (silence is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{address} does not answer: {silence.Message}");
        }

        return 1;
    }

    private static Uri Address(IConfiguration configuration)
    {
        var url = configuration["urls"]?.Split(';').FirstOrDefault(static each => each.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        var port = url is not null ? BindingAddress.Parse(url).Port
            : int.TryParse(configuration["http_ports"]?.Split(';')[0], out var set) ? set
            : Listening.DefaultPort;
        return new UriBuilder("http", "127.0.0.1", port).Uri;
    }
}
