using Aspire.Hosting;

namespace RegressionAnalyzer.Hosting.Tests.PublicApi;

/// <summary>
/// Code compiled against our source of the Aspire API must compile unchanged against the official packages. <c>official.txt</c> holds what the model may
/// use, written from the official API and its documentation; <c>ours.txt</c> what only this source has, with the reason.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly string[] Actual = [.. PublicSurface.Lines(typeof(DistributedApplication).Assembly)];

    internal static readonly string[] Official = Read("official.txt");

    private static readonly string[] Ours = Read("ours.txt");

    [Fact]
    public void Every_member_of_the_official_API_that_the_model_may_use_is_here_with_its_signature() => AssertNothing(Official.Except(Actual), "is missing, or is different");

    [Fact]
    public void What_the_official_API_does_not_have_is_not_here_by_accident() =>
        AssertNothing(Actual.Except(Official).Except(Ours), "is in neither list");

    [Fact]
    public void What_is_ours_alone_is_still_there() => AssertNothing(Ours.Except(Actual), "is listed as ours, but is not here");

    private static void AssertNothing(IEnumerable<string> lines, string complaint)
    {
        var all = string.Join('\n', lines);
        Assert.True(all.Length == 0, $"{complaint}:\n{all}");
    }

    private static string[] Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PublicApi", file)).Where(l => l.Length > 0 && !l.StartsWith('#')),
    ];
}
