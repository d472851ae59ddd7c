using MathNet.Numerics.LinearAlgebra;
using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Prediction;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Tests.Prediction;

public sealed class UnseenRowsTests
{
    private static readonly string Noisy = Rows(83, random => (random.NextDouble(), 10 * random.NextDouble()), (a, b, noise) => 2 + 3 * a - 0.5 * b + noise);

    [Fact]
    public void The_holdout_is_a_fit_by_four_fifths_judged_by_the_last()
    {
        using var file = new TempTable(Noisy);

        var holdout = file.Analyze("y").Statistics.LinearRegression.Holdout!;

        var rows = Complete(file);
        Assert.Equal((83, 17), (rows.Count, rows.TestCount));
        var (rSquared, rmse) = ByHouseholder(rows, rows.Order[..66], rows.Order[66..]);
        Agreement.Holds(rSquared, holdout.RSquared);
        Agreement.Holds(rmse, holdout.Rmse);
        Assert.Equal((66, 17), (holdout.TrainingRows, holdout.TestRows));
    }

    [Fact]
    public void A_large_level_costs_predictions_no_digits()
    {
        static string Table(long level) => "x,y\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{level + 2 * row},{level + 4 * row + 2 * (row * row % 7)}\n"));
        using var near = new TempTable(Table(0));
        using var far = new TempTable(Table(1L << 53));

        var (expected, found) = (near.Analyze("y").Statistics.LinearRegression.Holdout!, far.Analyze("y").Statistics.LinearRegression.Holdout!);

        Agreement.Holds(expected.RSquared!.Value, found.RSquared);
        Agreement.Holds(expected.Rmse, found.Rmse);
    }

    [Fact]
    public void Cross_validation_has_every_row_unseen_once()
    {
        using var file = new TempTable(Noisy);

        var validation = file.Analyze(new AnalysisRequest { Target = "y", CrossValidationFolds = 5 }).Statistics.LinearRegression.CrossValidation!;

        var rows = Complete(file);
        int[] ends = [0, 16, 33, 49, 66, 83];
        var folds = Enumerable.Range(0, 5)
            .Select(fold => ByHouseholder(rows, [.. rows.Order[..ends[fold]], .. rows.Order[ends[fold + 1]..]], rows.Order[ends[fold]..ends[fold + 1]]))
            .ToList();
        Assert.Equal(5, validation.Folds);
        Agreement.Holds(folds.Average(fold => fold.RSquared), validation.RSquared);
        Agreement.Holds(folds.Average(fold => fold.Rmse), validation.Rmse);
        Agreement.Holds(Math.Sqrt(folds.Sum(fold => Math.Pow(fold.Rmse - validation.Rmse, 2)) / 4), validation.RmseStd);
        Agreement.Holds(Math.Sqrt(folds.Sum(fold => Math.Pow(fold.RSquared - validation.RSquared!.Value, 2)) / 4), validation.RSquaredStd);
    }

    [Fact]
    public void Many_useless_features_fit_well_and_predict_badly()
    {
        var random = new Random(3);
        var header = string.Join(',', Enumerable.Range(0, 30).Select(column => $"x{column}")) + ",y\n";
        using var file = new TempTable(header + string.Concat(Enumerable.Range(0, 50).Select(_ =>
            FormattableString.Invariant($"{string.Join(',', Enumerable.Range(0, 30).Select(_ => random.Next(1000)))},{random.Next(1000)}\n"))));

        var regression = file.Analyze("y").Statistics.LinearRegression;

        Assert.InRange(regression.RSquared!.Value, 0.4, 1);
        Assert.InRange(regression.Holdout!.RSquared!.Value, double.NegativeInfinity, 0);
    }

    [Fact]
    public void An_exact_law_is_predicted_exactly()
    {
        using var file = new TempTable(Rows(40, random => (random.Next(100), random.Next(100)), (a, b, _) => 1 + 2 * a - 3 * b));

        var holdout = file.Analyze("y").Statistics.LinearRegression.Holdout!;

        Assert.Equal((1.0, 0.0), (holdout.RSquared, holdout.Rmse));
    }

    [Fact]
    public void A_category_that_only_unseen_rows_have_counts_as_the_reference()
    {
        using var file = new TempTable("group,y\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{(row % 2 == 0 ? "a" : $"only{row}")},{row % 7}\n")));

        var regression = file.Analyze(new AnalysisRequest { Target = "y", Features = ["group"] }).Statistics.LinearRegression;

        Assert.True(double.IsFinite(regression.Holdout!.Rmse));
    }

    [Fact]
    public void Terms_that_the_rows_left_to_learn_from_do_not_determine_are_named_once()
    {
        using var file = new TempTable("group,seldom,y\n" + string.Concat(Enumerable.Range(0, 40)
            .Select(row => $"{(row == 11 ? "alone" : row % 2 == 0 ? "a" : "b")},{(row == 30 ? 1 : 0)},{row % 7}\n")));

        var request = new AnalysisRequest { Target = "y", Features = ["group", "seldom"], CrossValidationFolds = 5, Holdout = false };

        var warnings = file.Analyze(request).Statistics.Warnings;

        Assert.StartsWith("Cross-validation did in some folds without group[alone] and seldom, which", Assert.Single(warnings, warning => warning.Contains("without")));
    }

    [Fact]
    public void A_reference_level_that_is_held_out_is_named_and_not_the_one_in_its_place()
    {
        using var file = new TempTable("group,y\n" + string.Concat(Enumerable.Range(0, 40)
            .Select(row => $"{(row == 11 ? "a" : row % 2 == 0 ? "b" : "c")},{row % 7}\n")));

        var warnings = file.Analyze(new AnalysisRequest { Target = "y", CrossValidationFolds = 5, Holdout = false }).Statistics.Warnings;

        Assert.Contains(warnings, warning => warning.StartsWith("Cross-validation did in some folds without group[a], which", StringComparison.Ordinal));
    }

    [Fact]
    public void The_holdout_says_what_it_did_without()
    {
        using var file = new TempTable("group,y\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{(row % 2 == 0 ? "a" : $"only{row}")},{row % 7}\n")));

        var warnings = file.Analyze("y", "group").Statistics.Warnings;

        Assert.Matches(@"^The holdout did without (group\[only\d+\](, | and )?)+", Assert.Single(warnings, warning => warning.Contains("without")));
    }

    [Fact]
    public void Of_a_table_too_large_a_part_is_used_and_one_warning_says_how_much()
    {
        using var large = new TempTable("x,y\n" + string.Concat(Enumerable.Range(0, 60_000).Select(row => $"{row},{row % 97}\n")));
        using var small = new TempTable(Noisy);
        var request = new AnalysisRequest { Target = "y", CrossValidationFolds = 3, Importance = false };

        var statistics = large.Analyze(request).Statistics;

        var (holdout, said) = (statistics.LinearRegression.Holdout!, Assert.Single(statistics.Warnings, warning => warning.Contains("unseen rows")));
        Assert.StartsWith(
            FormattableString.Invariant($"How well unseen rows are predicted was tried on {holdout.TrainingRows + holdout.TestRows:N0} of 60,000 complete rows"), said);
        Assert.DoesNotContain(small.Analyze(request).Statistics.Warnings, warning => warning.Contains("unseen rows"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(21)]
    public void A_number_of_folds_that_makes_no_sense_is_refused_with_what_is_allowed(int folds)
    {
        using var file = new TempTable(Noisy);

        var error = Assert.Throws<UnsuitableRequestException>(() => file.Analyze(new AnalysisRequest { Target = "y", CrossValidationFolds = folds }));

        Assert.Contains("allowed are 2 to 20", error.Message);
    }

    [Fact]
    public void Too_few_rows_have_neither_and_a_warning_says_so()
    {
        using var file = new TempTable("x,y\n1,2\n2,5\n");

        var statistics = file.Analyze(new AnalysisRequest { Target = "y", CrossValidationFolds = 5 }).Statistics;

        Assert.Null(statistics.LinearRegression.Holdout);
        Assert.Null(statistics.LinearRegression.CrossValidation);
        Assert.Contains(statistics.Warnings, warning => warning.Contains("too few to hold a fifth of them out"));
        Assert.Contains(statistics.Warnings, warning => warning.Contains("too few for cross-validation with 5 folds"));
    }

    private static CompleteRows Complete(TempTable file)
    {
        var table = Table.Open(file.Path, file.FileName, new TableOptions(SkipBadRows: false, Transpose: null, []), TestContext.Current.CancellationToken);
        var (target, a, b) = (table.Column("y"), table.Column("a"), table.Column("b"));
        var model = new Model(new ColumnValue(target), [new ModelTerm([new ColumnValue(a)]), new ModelTerm([new ColumnValue(b)])], true, null);
        return CompleteRows.Of(table.Sample, new Design(model));
    }

    private static (double RSquared, double Rmse) ByHouseholder(CompleteRows rows, int[] training, int[] test)
    {
        Matrix<double> X(int[] places) => Matrix<double>.Build.Dense(places.Length, 3, (i, j) => j == 0 ? 1 : rows.Block.Numbers[j - 1]![places[i]]);
        Vector<double> Y(int[] places) => Vector<double>.Build.Dense(places.Length, i => rows.Block.Numbers[2]![places[i]]);
        var errors = Y(test) - X(test) * X(training).QR().Solve(Y(training));
        var spread = Y(test) - Y(test).Average();
        return (1 - errors.DotProduct(errors) / spread.DotProduct(spread), Math.Sqrt(errors.DotProduct(errors) / test.Length));
    }

    private static string Rows(int count, Func<Random, (double A, double B)> features, Func<double, double, double, double> law)
    {
        var random = new Random(9);
        return "a,b,y\n" + string.Concat(Enumerable.Range(0, count).Select(_ =>
        {
            var (a, b) = features(random);
            return FormattableString.Invariant($"{a},{b},{law(a, b, random.NextDouble())}\n");
        }));
    }
}
