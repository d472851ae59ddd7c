using RegressionAnalyzer.Api.Settings;

namespace RegressionAnalyzer.Api.Storage;

internal static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var root = builder.Environment.ContentRootPath;
        builder.Services.AddOptions<StorageOptions>()
            .Configure<IConfiguration>((storage, configuration) =>
            {
                storage.DataPath = Path.GetFullPath(configuration.Folder("Storage:DataPath", storage.DataPath), root);
                storage.OutputPath = Path.GetFullPath(configuration.Folder("Storage:OutputPath", storage.OutputPath), root);
                storage.MinFreeBytes = configuration.Whole("Storage:MinFreeBytes", storage.MinFreeBytes, 0, long.MaxValue);
            })
            .ValidateOnStart();
        builder.Services.AddSingleton<Volumes>();
        builder.Services.AddSingleton<FreeSpace>();
        builder.Services.AddSingleton(TimeProvider.System);
    }
}
