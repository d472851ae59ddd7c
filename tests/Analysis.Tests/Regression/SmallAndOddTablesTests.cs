namespace RegressionAnalyzer.Analysis.Tests.Regression;

public sealed class SmallAndOddTablesTests
{
    [Fact]
    public void As_many_rows_as_coefficients_give_coefficients_without_inference()
    {
        using var table = new TempTable("x,y\n1,3\n2,5\n");

        var result = table.Analyze("y").Statistics;

        var regression = result.LinearRegression;
        Agreement.Holds(1, regression.Intercept!.Value);
        Agreement.Holds(2, regression.Coefficients[0].Value);
        Assert.Null(regression.Coefficients[0].StdError);
        Assert.Null(regression.Coefficients[0].PValue);
        Assert.Null(regression.Rmse);
        Assert.Null(regression.FStatistic);
        Assert.Null(regression.AdjustedRSquared);
        Assert.Contains(result.Warnings, warning => warning.Contains("As many coefficients as complete rows (2)"));
    }

    [Fact]
    public void Fewer_complete_rows_than_coefficients_are_refused_with_both_numbers()
    {
        using var table = new TempTable("a,b,y\n1,5,3\n2,9,5\n,1,7\n");

        var error = Assert.Throws<TooFewRowsException>(() => table.Analyze("y"));

        Assert.Equal((2, 3), (error.CompleteRows, error.Coefficients));
        Assert.Contains("2 complete rows cannot determine 3 coefficients", error.Message);
    }

    [Fact]
    public void No_complete_row_at_all_is_refused()
    {
        using var table = new TempTable("a,y\n1,NA\nNA,2\n");

        var error = Assert.Throws<TooFewRowsException>(() => table.Analyze("y", "a"));

        Assert.Equal(0, error.CompleteRows);
    }

    [Fact]
    public void A_constant_target_has_slopes_of_zero_and_no_r_squared()
    {
        using var table = new TempTable("x,y\n1,4\n2,4\n4,4\n9,4\n");

        var result = table.Analyze("y").Statistics;

        Assert.Equal(4, result.LinearRegression.Intercept!.Value);
        Assert.Equal(0, result.LinearRegression.Coefficients[0].Value);
        Assert.Null(result.LinearRegression.RSquared);
        Assert.Contains(result.Warnings, warning => warning.StartsWith("The target is the same in every complete row"));
    }

    [Fact]
    public void An_exact_law_has_standard_errors_of_zero_and_says_so()
    {
        using var table = new TempTable("x,y\n1,3\n2,5\n3,7\n4,9\n10,21\n");

        var result = table.Analyze("y").Statistics;

        Assert.Equal(0, result.LinearRegression.Coefficients[0].StdError);
        Assert.Null(result.LinearRegression.Coefficients[0].TStatistic);
        Assert.Equal(1, result.LinearRegression.RSquared);
        Assert.Contains(result.Warnings, warning => warning.Contains("to the last digit"));
    }

    [Fact]
    public void The_last_numeric_column_is_the_target_where_none_is_named_and_a_warning_says_so()
    {
        using var table = new TempTable("x,y,group\n1,3,a\n2,5.1,b\n3,7,a\n4,9,b\n10,21,a\n");

        var result = table.Analyze();

        Assert.Equal("y", result.Statistics.LinearRegression.Target);
        Assert.Contains(result.Warnings, warning => warning.Contains("the last numeric column, 'y', was taken"));
    }

    [Fact]
    public void A_reference_level_is_the_first_that_occurs_in_complete_rows()
    {
        using var table = new TempTable("group,y\na,NA\nb,1\nc,2\nb,1.5\nc,2.5\n");

        var result = table.Analyze("y").Statistics;

        Assert.Equal("group[c]", Assert.Single(result.LinearRegression.Coefficients).Feature);
        Assert.Contains(result.Warnings, warning => warning.Contains("reference level 'b'"));
    }

    [Fact]
    public void An_unknown_column_is_refused_with_the_columns_there_are()
    {
        using var table = new TempTable("x,y\n1,3\n2,5\n");

        Assert.Equal(["x", "y"], Assert.Throws<UnknownColumnException>(() => table.Analyze("z")).Columns);
        Assert.Equal("nope", Assert.Throws<UnknownColumnException>(() => table.Analyze("y", "nope")).Column);
    }

    [Fact]
    public void A_target_of_text_is_refused_with_the_numeric_columns()
    {
        using var table = new TempTable("x,name\n1,Ann\n2,Bob\n");

        var error = Assert.Throws<UnsuitableColumnException>(() => table.Analyze("name"));

        Assert.Contains("'name' is categorical (such as 'Ann')", error.Message);
        Assert.Contains("numeric are: x", error.Message);
    }

    [Fact]
    public void A_large_level_does_not_swallow_a_small_spread()
    {
        // 2^53 + 2k: each exact, all neighbours of one another
        using var table = new TempTable(
            "x,y\n9007199254740992,1\n9007199254740994,2.5\n9007199254740996,2\n9007199254740998,4\n9007199254741000,5\n");
        using var shifted = new TempTable("x,y\n0,1\n2,2.5\n4,2\n6,4\n8,5\n");

        var large = table.Analyze("y").Statistics.LinearRegression;

        var small = shifted.Analyze("y").Statistics.LinearRegression;
        Agreement.Holds(small.Coefficients[0].Value, large.Coefficients[0].Value, 15);
        Agreement.Holds(small.Coefficients[0].StdError!.Value, large.Coefficients[0].StdError, 15);
    }

    [Theory]
    [InlineData(StandardErrors.HC0)]
    [InlineData(StandardErrors.HC1)]
    [InlineData(StandardErrors.HC2)]
    [InlineData(StandardErrors.HC3)]
    public void The_only_row_of_a_category_has_a_robust_standard_error_of_zero_which_is_said(StandardErrors errors)
    {
        // the reference level has one row, so the intercept is that row's target and its residual 0
        using var table = new TempTable("group,y\na,160.3\nb,136.1\nb,227.7\nb,217.2\nc,168.9\nc,108.4\nc,124.6\nd,143.5\nd,140.8\nd,309\n");

        var statistics = table.Analyze(new AnalysisRequest { Target = "y", StandardErrors = errors, Importance = false }).Statistics;

        Assert.Equal(0, statistics.LinearRegression.Intercept!.StdError);
        Assert.Null(statistics.LinearRegression.Intercept.PValue);
        Assert.All(statistics.LinearRegression.Coefficients, row => Assert.True(row.StdError > 1));
        Assert.Contains(statistics.Warnings, warning => warning.Contains("robust standard error of (intercept) is zero"));
    }

    [Fact]
    public void What_is_beyond_all_numbers_is_null_and_said()
    {
        using var table = new TempTable("x,y\n-1.5e308,1\n1.7e308,2\n1e308,3\n");

        var summary = table.Inspect();

        Assert.Equal((-1.5e308, 1.7e308, null), (summary.Columns[0].Min, summary.Columns[0].Max, summary.Columns[0].Std));
        Assert.Contains(summary.Warnings, warning => warning.Contains("'x'") && warning.Contains("too large"));
        Assert.Null(table.Analyze(new AnalysisRequest { Formula = "y ~ 1" }).Statistics.Minmax[0].Range);
    }

    [Theory]
    [InlineData("-1.5e308,1\n1e308,-2\n3,3\n4,4\n1.7e308,5\n", "too large")]
    [InlineData("-1.5e100,1\n1e100,-2\n3,3\n4,4\n1.7e100,5\n", "too large")]
    [InlineData("-1.5e-100,1\n1e-100,-2\n3e-99,3\n4e-100,4\n1.7e-100,5\n", "too small")]
    public void Values_too_large_or_too_small_to_be_squared_are_refused_by_name(string rows, string reason)
    {
        using var table = new TempTable("x,y\n" + rows);

        var error = Assert.Throws<UnsuitableColumnException>(() => table.Analyze("y"));

        Assert.Equal("x", error.Column);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void A_condition_number_keeps_its_digits_where_the_square_of_the_level_has_more_than_twice_those_of_a_double()
    {
        // doubles that are neighbours; the singular values were found with 150 digits
        using var table = new TempTable(
            "x,z,y\n" + string.Join('\n', Enumerable.Range(0, 8).Select(k => $"{(1L << 53) + 2 * k},{(1L << 53) + 2 * k + (k == 3 ? 2 : 0)},{k * 7 % 11}")));

        var regression = table.Analyze("y").Statistics.LinearRegression;

        Assert.Equal(1, regression.ConditionNumber!.Value / 2.5122747320807136e31, 1e-12);
        Assert.Equal(["x", "z"], regression.Coefficients.Select(row => row.Feature));
    }
}
