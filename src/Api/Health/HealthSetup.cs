namespace RegressionAnalyzer.Api.Health;

internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddSingleton<StorageWatch>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<StorageWatch>());
    }
}
