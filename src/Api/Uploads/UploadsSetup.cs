using RegressionAnalyzer.Api.Settings;

namespace RegressionAnalyzer.Api.Uploads;

internal static class UploadsSetup
{
    private const long MaxBytesAllowed = 100L * 1024 * 1024 * 1024;

    public static void AddUploads(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<UploadOptions>()
            .Configure<IConfiguration>(static (uploads, configuration) =>
                uploads.MaxBytes = configuration.Whole("Uploads:MaxBytes", uploads.MaxBytes, 1, MaxBytesAllowed))
            .ValidateOnStart();
        builder.Services.AddSingleton<UploadStore>();
        builder.Services.AddSingleton<UploadIntake>();
    }
}
