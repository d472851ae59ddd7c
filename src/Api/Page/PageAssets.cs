using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace RegressionAnalyzer.Api.Page;

/// <summary>The files of the page, from inside the assembly: they are there however the service is started, and cannot differ from it.
/// All are served from a folder named by their common hash, so a browser may keep them for ever and yet never mixes two versions.</summary>
internal sealed class PageAssets
{
    private const string Prefix = "page/";
    private const string Document = "index.html";

    private readonly FrozenDictionary<string, PageAsset> _files;

    public PageAssets()
    {
        var contents = typeof(PageAssets).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(static name => name[Prefix.Length..], Read);
        Version = Hash(contents.SelectMany(static file => Encoding.UTF8.GetBytes(file.Key).Concat(SHA256.HashData(file.Value))).ToArray());
        contents.Remove(Document, out var template);
        _files = contents.ToFrozenDictionary(static file => file.Key, static file => Asset(file.Value, MediaType(file.Key)), StringComparer.Ordinal);
        Index = Asset(Encoding.UTF8.GetBytes(Fill(Encoding.UTF8.GetString(template!))), "text/html; charset=utf-8");
    }

    /// <summary>The name of the folder the files are served from.</summary>
    public string Version { get; }

    /// <summary>The page itself.</summary>
    public PageAsset Index { get; }

    public PageAsset? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>Names the folder, and every module, so that the browser fetches them at once and not as it comes upon each import.</summary>
    private string Fill(string template)
    {
        var folder = $"/assets/{Version}";
        var modules = _files.Keys.Where(static name => name.EndsWith(".js", StringComparison.Ordinal) && name != "theme.js")
            .Select(name => $"<link rel=\"modulepreload\" href=\"{folder}/{name}\">");
        return template.Replace("{{modules}}", string.Join("\n  ", modules), StringComparison.Ordinal)
            .Replace("{{assets}}", folder, StringComparison.Ordinal);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static PageAsset Asset(byte[] content, string mediaType) => new(content, mediaType, new($"\"{Hash(content)}\"", isWeak: true)); // it may be compressed on its way

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".csv" => "text/csv; charset=utf-8",
        var other => throw new InvalidOperationException($"The page has a file of a kind nobody named: {name} ({other})."),
    };
}
