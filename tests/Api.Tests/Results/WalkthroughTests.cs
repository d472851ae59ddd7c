using System.Text.RegularExpressions;
using RegressionAnalyzer.Api.Tests.Charts;
using RegressionAnalyzer.Api.Tests.Serving;

namespace RegressionAnalyzer.Api.Tests.Results;

/// <summary>The tutorial names every call of the contract.</summary>
public sealed partial class WalkthroughTests(AnalyzedTable analyzed) : IClassFixture<AnalyzedTable>
{
    [Fact]
    public async Task The_walkthrough_makes_every_call_of_the_contract()
    {
        using var answer = await analyzed.Replica.Http.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        var contract = (await answer.JsonAsync())["paths"]!.AsObject()
            .SelectMany(static path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {Parameter().Replace(path.Key, "*")}"))
            .Where(static call => call != "GET /api/v1/charts/*/*"); // there by the address that the list of charts gives

        var walked = Call().Matches(Tables.Sample("walkthrough.http"))
            .Select(static match => $"{match.Groups[1].Value} /api/v1{Parameter().Replace(match.Groups[2].Value, "*")}".Split('?')[0])
            .Distinct();

        Assert.Empty(contract.Except(walked));
    }

    [GeneratedRegex(@"^(GET|POST|DELETE) \{\{api\}\}(\S+)", RegexOptions.Multiline)]
    private static partial Regex Call();

    [GeneratedRegex(@"\{+[^}]+\}+")]
    private static partial Regex Parameter();
}
