using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Page;

public sealed partial class PageTests : IDisposable
{
    private readonly SharedVolumes _volumes = new();
    private readonly Replica _replica;

    public PageTests() => _replica = new(_volumes);

    public void Dispose()
    {
        _replica.Dispose();
        _volumes.Dispose();
    }

    [Fact]
    public async Task The_page_allows_only_files_of_this_host_and_nothing_inline()
    {
        using var answer = await GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        var page = await answer.TextAsync();
        Assert.DoesNotMatch(Inline(), page);
        Assert.All(Addresses().Matches(page), static address => Assert.Matches("^(/|#)", address.Groups[1].Value));
    }

    [Fact]
    public async Task Every_file_the_page_names_is_there_and_may_be_kept_for_ever()
    {
        foreach (var address in await AssetsAsync())
        {
            using var answer = await GetAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Contains(answer.Content.Headers.ContentType!.MediaType, (string[])["text/css", "text/javascript", "image/svg+xml"]);
        }
    }

    [Fact]
    public async Task Every_module_is_named_at_once_and_makes_text_of_what_it_shows()
    {
        var modules = (await AssetsAsync()).Where(static address => address.EndsWith(".js", StringComparison.Ordinal)).ToList();
        foreach (var address in modules)
        {
            using var answer = await GetAsync(address);
            var source = await answer.TextAsync();
            Assert.DoesNotMatch(Markup(), source);
            foreach (Match import in Imports().Matches(source))
                Assert.Contains(new Uri(new Uri(new("http://host"), address), import.Groups[1].Value).AbsolutePath, modules);
        }
    }

    [Fact]
    public async Task What_the_browser_has_already_is_not_sent_again()
    {
        foreach (var address in (string[])["/", .. await AssetsAsync()])
        {
            using var first = await GetAsync(address);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await _replica.Http.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.NotModified), (address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_file_of_another_version_is_served_from_this_one_and_not_kept()
    {
        var address = (await AssetsAsync())[0];
        using var answer = await GetAsync(Version().Replace(address, "/assets/0123456789abcdef/"));
        Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.GetValues("Cache-Control").Single()));
    }

    [Theory]
    [InlineData("/assets/x/index.html")]
    [InlineData("/assets/x/..%2f..%2fappsettings.json")]
    [InlineData("/assets/x/../../appsettings.json")]
    [InlineData("/assets/x/")]
    [InlineData("/wwwroot/app.js")]
    public async Task Nothing_else_is_served(string address)
    {
        using var answer = await GetAsync(address);
        await answer.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_head_can_be_asked_for_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var answer = await _replica.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, new MediaTypeHeaderValue("text/html", "utf-8")), (answer.StatusCode, answer.Content.Headers.ContentType));
    }

    private Task<HttpResponseMessage> GetAsync(string address) => _replica.Http.GetAsync(address, TestContext.Current.CancellationToken);

    private async Task<List<string>> AssetsAsync()
    {
        using var answer = await GetAsync("/");
        return [.. Addresses().Matches(await answer.TextAsync()).Select(static match => match.Groups[1].Value)
            .Where(static address => address.StartsWith("/assets/", StringComparison.Ordinal)).Distinct()];
    }

    [GeneratedRegex("<script>|<style|\\son[a-z]+=|\\sstyle=|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|https?://")]
    private static partial Regex Markup();

    [GeneratedRegex("from '([^']+)'")]
    private static partial Regex Imports();

    [GeneratedRegex("/assets/[0-9a-f]+/")]
    private static partial Regex Version();
}
