using System.Globalization;

namespace RegressionAnalyzer.Analysis.Tests.Regression;

public sealed class LeftOutTermsTests
{
    [Fact]
    public void A_constant_column_is_left_out_and_named()
    {
        using var table = new TempTable("k,x,y\n7.1,1,3\n7.1,2,5.5\n7.1,3,7\n7.1,4,8\n");

        var result = table.Analyze("y").Statistics;

        Assert.Equal("x", Assert.Single(result.LinearRegression.Coefficients).Feature);
        Assert.Contains(result.Warnings, warning => warning.Contains("'k' has one value"));
    }

    [Fact]
    public void A_collinear_column_is_left_out_and_named_and_the_fit_is_the_same()
    {
        using var with = new TempTable("a,b,total,y\n1,4,5,1\n2,1,3,2\n3,7,10,2\n4,2,6,5\n5,0,5,4\n");
        using var without = new TempTable("a,b,y\n1,4,1\n2,1,2\n3,7,2\n4,2,5\n5,0,4\n");

        var result = with.Analyze("y").Statistics;

        Assert.Contains(result.Warnings, warning => warning.Contains("'total' is a linear combination"));
        Assert.Equal(without.Analyze("y").Statistics.LinearRegression.Coefficients, result.LinearRegression.Coefficients);
    }

    [Theory]
    [InlineData("y ~ c + f", "f")]
    [InlineData("y ~ f + c", "c")]
    [InlineData("y ~ c + I(f)", "I(f)")]
    [InlineData("y ~ g + c + f + c:g + f:g", "f", "f:g[b]")]
    public void A_column_that_repeats_another_but_for_its_rounding_is_left_out_as_by_R(string formula, params string[] leftOut)
    {
        using var table = new TempTable("c,f,g,y\n" + string.Join('\n', Celsius(decimals: 6)));

        var result = table.Analyze(new AnalysisRequest { Formula = formula }).Statistics;

        Assert.Equal(leftOut, result.Warnings.Where(warning => warning.Contains("is a linear combination")).Select(warning => warning.Split('\'')[1]));
    }

    [Fact]
    public void Terms_that_the_others_nearly_explain_are_named_with_the_digits_they_lose_and_what_to_do()
    {
        using var table = new TempTable("c,f,g,y\n" + string.Join('\n', Celsius(decimals: 2)));

        var warnings = table.Analyze(new AnalysisRequest { Formula = "y ~ c + f + g" }).Statistics.Warnings;

        var warning = Assert.Single(warnings, warning => warning.Contains("nearly explained"));
        Assert.StartsWith("'c' and 'f' are nearly explained by the other terms (VIF up to ", warning);
        Assert.EndsWith("the coefficients have about 3 digits less than the data. Leave one of them out.", warning);
    }

    [Fact]
    public void Powers_of_a_column_far_from_zero_are_told_to_take_its_mean_off()
    {
        using var table = new TempTable("year,y\n" + string.Join('\n', Enumerable.Range(0, 30).Select(k => $"{1990 + k},{k * 7 % 11}")));

        var warnings = table.Analyze(new AnalysisRequest { Formula = "y ~ year + I(year^2)" }).Statistics.Warnings;

        Assert.Contains(warnings, warning => warning.StartsWith("'year' and 'I(year^2)' are nearly explained") && warning.Contains("take the mean off"));
    }

    [Fact]
    public void A_square_so_far_from_zero_that_its_digits_are_lost_is_left_out()
    {
        using var table = new TempTable("x,y\n" + string.Join('\n', Enumerable.Range(0, 9).Select(k => $"{200_000_000 + k},{k * 7 % 11}")));

        var result = table.Analyze(new AnalysisRequest { Formula = "y ~ x + I(x^2)" }).Statistics;

        Assert.Equal("x", Assert.Single(result.LinearRegression.Coefficients).Feature);
    }

    /// <summary>A temperature in degrees Celsius and Fahrenheit, both rounded, a label and twice the temperature with noise.</summary>
    private static IEnumerable<string> Celsius(int decimals)
    {
        var random = new Random(1);
        for (var row = 0; row < 40; row++)
        {
            var celsius = Math.Round(30 * random.NextDouble(), decimals);
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{celsius},{Math.Round(1.8 * celsius + 32, decimals)},{"ab"[row % 2]},{2 * celsius + random.NextDouble()}");
        }
    }
}
