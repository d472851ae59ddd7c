using RegressionAnalyzer.Api.Settings;

namespace RegressionAnalyzer.Api.Retention;

internal static class RetentionSetup
{
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RetentionOptions>()
            .Configure<IConfiguration>(static (retention, configuration) =>
            {
                var days = configuration.Whole("Retention:Days", (long)retention.Keep!.Value.TotalDays, 0, 36_500);
                retention.Keep = days == 0 ? null : TimeSpan.FromDays(days);
            })
            .ValidateOnStart();
        builder.Services.AddSingleton<Sweep>();
        builder.Services.AddSingleton<SweepTurn>();
        builder.Services.AddHostedService<Sweeper>();
    }
}
