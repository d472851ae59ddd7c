using RegressionAnalyzer.Api.Settings;
using RegressionAnalyzer.Api.Telemetry;

namespace RegressionAnalyzer.Api.Jobs;

internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<JobOptions>()
            .Configure<IConfiguration>(static (jobs, configuration) =>
            {
                jobs.MaxParallel = (int)configuration.Whole("Jobs:MaxParallel", jobs.MaxParallel, 1, 1024);
                jobs.Lease = TimeSpan.FromSeconds(configuration.Whole("Jobs:LeaseSeconds", (long)jobs.Lease.TotalSeconds, 1, 3600));
            })
            .ValidateOnStart();
        builder.Services.AddSingleton<JobQueue>();
        builder.Services.AddSingleton<JobSignal>();
        builder.Services.AddSingleton<LeaseStore>();
        builder.Services.AddSingleton<LeaseWatch>();
        builder.Services.AddSingleton<JobClaims>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddSingleton<ServiceTelemetry>();
        builder.Services.AddHostedService<JobWorkers>();
    }
}
