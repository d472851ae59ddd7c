using RegressionAnalyzer.Api.Charts;

namespace RegressionAnalyzer.Api.Results;

internal static class ResultsSetup
{
    public static void AddResults(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ResultStore>().AddSingleton<ResultWait>().AddSingleton<ChartDrawer>();
}
