using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Storage;
using RegressionAnalyzer.ServiceDefaults;

namespace RegressionAnalyzer.Api.Settings;

/// <summary>Starts the service, or says in one line why it cannot and what to change.</summary>
internal static class Startup
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder> add, Action<WebApplication> map)
    {
        try
        {
            var builder = WebApplication.CreateSlimBuilder(args);
            // The host would log a failing start with its whole stack; the line below says it better.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
            add(builder);
            await using var app = builder.Build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredService<Volumes>().Prepare();
            map(app);
            await app.RunAsync();
            return 0;
        }
        catch (SettingException wrong)
        {
            return await SayAsync(wrong.Message);
        }
        catch (VolumeException trouble)
        {
            return await SayAsync(trouble.Message);
        }
        catch (IOException bind) when (bind.InnerException is AddressInUseException or SocketException)
        {
            return await SayAsync($"{bind.Message} Choose another with --urls or ASPNETCORE_HTTP_PORTS.");
        }
        catch (SocketException bind)
        {
            return await SayAsync($"The service cannot listen there: {bind.Message}. Choose another address with --urls or ASPNETCORE_HTTP_PORTS.");
        }
    }

    private static async Task<int> SayAsync(string line)
    {
        await Console.Error.WriteLineAsync(line);
        return Failed;
    }
}
