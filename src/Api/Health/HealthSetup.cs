using RegressionAnalyzer.Api.Settings;

namespace RegressionAnalyzer.Api.Health;

internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DrainOptions>()
            .Configure<IConfiguration>(static (drain, configuration) =>
                drain.Drain = TimeSpan.FromSeconds(configuration.Whole("Shutdown:DrainSeconds", (long)drain.Drain.TotalSeconds, 0, 300)))
            .ValidateOnStart();
        builder.Services.AddHostedService<Drain>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<StorageWatch>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<StorageWatch>());
    }
}
