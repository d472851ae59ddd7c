namespace RegressionAnalyzer.Api.Insight;

/// <summary>The providers the service knows, in the order of preference. Everything but the name can be set otherwise.</summary>
internal static class KnownProviders
{
    public const string Anthropic = "anthropic";

    /// <summary>A small, quick model of each: describing columns needs no large one. Prices are the providers' list prices of November 2026.</summary>
    public static readonly IReadOnlyList<KnownProvider> All =
    [
        new(Anthropic, "Anthropic", "https://api.anthropic.com", "claude-haiku-5-5", new(1, 5)),
        new("openai", "OpenAI", "https://api.openai.com/v1", "gpt-5-mini", new(0.25, 2)),
        new("google", "Google", "https://generativelanguage.googleapis.com/v1beta/openai", "gemini-2.5-flash", new(0.30, 2.50)),
        new("groq", "Groq", "https://api.groq.com/openai/v1", "openai/gpt-oss-20b", new(0.075, 0.30)),
    ];
}

/// <summary>A provider before settings.</summary>
internal sealed record KnownProvider(string Name, string Title, string BaseUrl, string Model, Price Price)
{
    /// <summary>The variable that holds the key, such as <c>OPENAI_API_KEY</c>.</summary>
    public string KeyName => $"{Name.ToUpperInvariant()}_API_KEY";
}
