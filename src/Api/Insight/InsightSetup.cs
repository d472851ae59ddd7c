using System.Globalization;
using RegressionAnalyzer.Api.Settings;

namespace RegressionAnalyzer.Api.Insight;

internal static class InsightSetup
{
    public static void AddInsight(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<InsightOptions>().Configure<IConfiguration>(Configure).ValidateOnStart();
        builder.Services.AddSingleton<Advisor>();
        builder.Services.AddSingleton<AdvisedAnalysis>();
    }

    private static void Configure(InsightOptions options, IConfiguration configuration)
    {
        options.Timeout = TimeSpan.FromSeconds(configuration.Whole("Llm:TimeoutSeconds", (long)options.Timeout.TotalSeconds, 1, 600));
        options.Providers = [.. KnownProviders.All.Select(known => Read(known, configuration))];
        options.Active = configuration["Llm:Provider"] is { Length: > 0 } name
            ? Named(name, options.Providers)
            : options.Providers.FirstOrDefault(static provider => provider.Key is not null);
    }

    private static Provider Named(string name, IReadOnlyList<Provider> providers)
    {
        var provider = providers.FirstOrDefault(provider => provider.Name == name)
            ?? throw Setting.Wrong("Llm:Provider", name, $"one of {string.Join(", ", providers.Select(static each => each.Name))}");
        return provider.Key is not null ? provider : throw Setting.Wrong("Llm:Provider", name, $"a provider whose key is set; {name.ToUpperInvariant()}_API_KEY is not");
    }

    private static Provider Read(KnownProvider known, IConfiguration configuration)
    {
        var section = $"Llm:{known.Title}";
        var model = configuration[$"{section}:Model"] is { Length: > 0 } named ? named : known.Model;
        var input = Dollars(configuration, $"{section}:InputPrice");
        var output = Dollars(configuration, $"{section}:OutputPrice");
        return new Provider
        {
            Name = known.Name,
            Title = known.Title,
            Key = string.IsNullOrWhiteSpace(configuration[known.KeyName]) ? null : configuration[known.KeyName]!.Trim(),
            BaseUrl = Address(configuration, $"{section}:BaseUrl", known.BaseUrl),
            Model = model,
            Price = input is { } cheap && output is { } dear ? new(cheap, dear) : model == known.Model ? known.Price : null,
        };
    }

    private static Uri Address(IConfiguration configuration, string key, string otherwise)
    {
        var text = configuration[key] is { Length: > 0 } set ? set : otherwise;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw Setting.Wrong(key, text, $"an http or https address such as {otherwise}");
    }

    private static double? Dollars(IConfiguration configuration, string key)
    {
        if (configuration[key] is not { Length: > 0 } text)
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars)
            ? dollars
            : throw Setting.Wrong(key, text, "US dollars for a million tokens, such as 0.25");
    }
}
