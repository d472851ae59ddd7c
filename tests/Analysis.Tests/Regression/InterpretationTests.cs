using System.Globalization;

namespace RegressionAnalyzer.Analysis.Tests.Regression;

public sealed class InterpretationTests
{
    [Fact]
    public void Without_an_intercept_the_share_is_of_the_squares_about_zero_and_not_of_the_variation()
    {
        var said = Of("y ~ x - 1", "x,y\n1,9\n2,8\n3,9.5\n4,8.5\n5,9\n");

        Assert.StartsWith("The model, which has no intercept, explains 82.2 % of the squares of y over 5 rows. They are taken about zero", said);
        Assert.DoesNotContain("of the variation of y", said);
    }

    [Theory]
    [InlineData(0.01, "more than 99.9 %")]
    [InlineData(0, "100 %")]
    public void A_part_is_not_rounded_to_the_whole(double noise, string share)
    {
        var rows = Enumerable.Range(0, 20).Select(x => string.Create(CultureInfo.InvariantCulture, $"{x},{2 * x + noise * (x * 7 % 5)}"));

        Assert.StartsWith($"The model explains {share} of the variation of y over 20 rows.", Of("y ~ x", "x,y\n" + string.Join('\n', rows)));
    }

    [Fact]
    public void A_part_is_not_rounded_to_nothing() =>
        Assert.StartsWith("The model explains less than 0.1 % of the variation", Of("y ~ x", "x,y\n1,1\n2,-2\n3,0\n4,2\n5,-0.9\n"));

    [Fact]
    public void An_exact_law_has_no_chance_to_tell_effects_from() => Assert.Equal(
        "The model explains 100 % of the variation of y over 8 rows. It leaves nothing unexplained, so there is no chance to tell effects from.",
        Of("y ~ x", "x,y\n" + string.Concat(Enumerable.Range(0, 8).Select(row => $"{row},{3 + 2 * row}\n"))));

    [Fact]
    public void Features_that_only_together_can_be_told_from_chance_are_said_to_move_together()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 20).Select(a => string.Create(
            CultureInfo.InvariantCulture, $"{a},{a + 0.1 * random.NextDouble()},{a + 5 * random.NextDouble()}"));

        Assert.EndsWith(
            "Together the features explain more than chance would at the 5 % level, but no single one's effect can be told apart from the others': they move together.",
            Of("y ~ a + b", "a,b,y\n" + string.Join('\n', rows)));
    }

    [Fact]
    public void Features_that_chance_explains_as_well_are_said_to_have_no_effect() =>
        Assert.EndsWith("No feature has an effect that can be told from chance at the 5 % level.", Of("y ~ x", "x,y\n1,1\n2,-2\n3,0\n4,2\n5,-0.9\n"));

    [Theory]
    [InlineData("y ~ x + z", "x (raises it), z (lowers it)")]
    [InlineData("y ~ x + z + I(x^2)", "x (its effect depends on I(x^2) too), z (lowers it), I(x^2) (its effect depends on x too)")]
    [InlineData("y ~ x + g:z", "x (raises it), g[a]:z (lowers it), g[b]:z (lowers it)")]
    [InlineData("y ~ g + x:g", "x:g[a] (raises it), x:g[b] (raises it)")]
    public void A_term_of_whose_columns_others_are_made_does_not_raise_or_lower_by_itself(string formula, string effects)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 60).Select(row =>
        {
            var (x, z) = (10 * random.NextDouble(), 10 * random.NextDouble());
            return string.Create(CultureInfo.InvariantCulture, $"{x},{z},{"ab"[row % 2]},{30 * x + x * x - 5 * z + 5 * random.NextDouble()}");
        });

        Assert.EndsWith($"strongest first: {effects}.", Of(formula, "x,z,g,y\n" + string.Join('\n', rows)));
    }

    private static string Of(string formula, string text)
    {
        using var table = new TempTable(text);
        return table.Analyze(new AnalysisRequest { Formula = formula, Importance = false, Holdout = false }).Statistics.LinearRegression.Interpretation;
    }
}
