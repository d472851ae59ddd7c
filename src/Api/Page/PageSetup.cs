namespace RegressionAnalyzer.Api.Page;

internal static class PageSetup
{
    /// <summary>Made when first asked for: a cold start does not wait for it.</summary>
    public static void AddPage(this WebApplicationBuilder builder) => builder.Services.AddSingleton<PageAssets>();
}
