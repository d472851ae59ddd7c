using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace RegressionAnalyzer.Analysis.Tests.Properties;

/// <summary>What holds for every table, tried on many.</summary>
public sealed class RegressionProperties
{
    private const int Tries = 30;

    [Fact]
    public void The_order_of_rows_does_not_matter() => Holds(seed =>
    {
        var rows = Rows(seed);
        var shuffled = rows.ToArray();
        new Random(seed).Shuffle(shuffled);

        Same(Fit(rows), Fit(shuffled), Unchanged);
    });

    [Fact]
    public void Another_unit_of_a_feature_changes_its_coefficient_by_as_much_and_nothing_else() => Holds(seed =>
    {
        var rows = Rows(seed);
        var scale = Math.Pow(10, seed % 13 - 6);

        var scaled = Fit([.. rows.Select(row => (row.A * scale, row.B, row.Y))]);

        Same(Fit(rows), scaled, (feature, value) => feature == "a" ? value / scale : value);
    });

    [Fact]
    public void Another_origin_of_a_feature_changes_the_intercept_alone() => Holds(seed =>
    {
        var rows = Rows(seed);

        // a power of two keeps the shifted values exact
        var shifted = Fit([.. rows.Select(row => (row.A + (1 << 20), row.B, row.Y))]);

        Same(Fit(rows), shifted, Unchanged, intercept: false);
    });

    [Fact]
    public void Another_unit_of_the_target_changes_every_coefficient_by_as_much() => Holds(seed =>
    {
        var rows = Rows(seed);

        Same(Fit(rows), Fit([.. rows.Select(row => (row.A, row.B, row.Y * 1024))]), (_, value) => value * 1024);
    });

    [Fact]
    public void Another_origin_of_the_target_changes_the_intercept_by_as_much_and_nothing_else() => Holds(seed =>
    {
        var rows = Rows(seed);

        var shifted = Fit([.. rows.Select(row => (row.A, row.B, row.Y + (1 << 20)))]);

        Same(Fit(rows), shifted, (feature, value) => feature == "(intercept)" ? value + (1 << 20) : value);
    });

    [Fact]
    public void A_row_of_weight_two_counts_as_the_row_twice() => Holds(seed =>
    {
        var rows = Rows(seed);
        var weights = rows.Select((_, at) => at % 3 == seed % 3 ? 2 : 1).ToArray();
        (double A, double B, double Y)[] twice = [.. rows.Zip(weights, (row, weight) => Enumerable.Repeat(row, weight)).SelectMany(row => row)];

        using var table = new TempTable("a,b,y,w\n" + string.Join('\n', rows.Zip(weights, (row, weight) => $"{Line(row)},{weight}")) + "\n");
        var weighted = table.Analyze(new AnalysisRequest { Formula = "y ~ a + b", Weights = "w", Importance = false }).Statistics.LinearRegression;

        var repeated = Fit(twice);
        // twice the row is one more degree of freedom as well, which weights are not
        var scale = Math.Sqrt((twice.Length - 3.0) / (rows.Length - 3));
        foreach (var (wanted, found) in repeated.Coefficients.Prepend(repeated.Intercept!).Zip(weighted.Coefficients.Prepend(weighted.Intercept!)))
        {
            Agreement.Holds(wanted.Value, found.Value);
            Agreement.Holds(wanted.StdError!.Value * scale, found.StdError);
        }

        Agreement.Holds(repeated.RSquared!.Value, weighted.RSquared);
        foreach (var (wanted, found) in Fitted(repeated, rows).Zip(Fitted(weighted, rows)))
            Assert.Equal(wanted, found, 1e-9 * Math.Abs(wanted));
    });

    [Fact]
    public void Other_names_of_levels_in_the_same_order_change_names_alone() => Holds(seed =>
    {
        var rows = Rows(seed);

        var (before, after) = (WithLevels("ash", "beech", "cedar"), WithLevels("north", "south", "west"));

        Assert.Equal(["a", "group[beech]", "group[cedar]"], before.Coefficients.Select(row => row.Feature));
        Assert.Equal(["a", "group[south]", "group[west]"], after.Coefficients.Select(row => row.Feature));
        Assert.Equal(before.Coefficients.Select(Numbers), after.Coefficients.Select(Numbers));
        Assert.Equal(Numbers(before.Intercept!), Numbers(after.Intercept!));
        Assert.Equal((before.RSquared, before.Rmse, before.ConditionNumber), (after.RSquared, after.Rmse, after.ConditionNumber));

        LinearRegression WithLevels(string first, string second, string third)
        {
            // in turn, so that even few rows have all of them, and not the first one first
            string[] turns = [third, second, first];
            var turn = 0;
            return Fit(rows, row => $"{Text(row.A)},{turns[turn++ % 3]},{Text(row.Y)}", "a,group,y");
        }

        static (double, double?, double?, double?) Numbers(Coefficient row) => (row.Value, row.StdError, row.PValue, row.Vif);
    });

    [Fact]
    public void A_collinear_column_changes_nothing() => Holds(seed =>
    {
        var rows = Rows(seed);

        var with = Fit(rows, row => $"{Text(row.A)},{Text(row.B)},{Text(row.A + 2 * row.B)},{Text(row.Y)}", "a,b,sum,y");

        Same(Fit(rows), with, Unchanged);
    });

    [Fact]
    public void Whichever_of_collinear_columns_is_dropped_the_fitted_values_stay() => Holds(seed =>
    {
        var rows = Rows(seed);
        var wanted = Fitted(Fit(rows), rows);

        foreach (var order in (string[][])[["a", "b", "sum"], ["sum", "a", "b"], ["b", "sum", "a"]])
        {
            var fit = Fit(rows, row => string.Join(',', order.Select(name => Text(ValueOf(name, row)))) + $",{Text(row.Y)}", string.Join(',', order) + ",y");

            Assert.Equal(order[..2], fit.Coefficients.Select(row => row.Feature));
            foreach (var (before, after) in wanted.Zip(Fitted(fit, rows)))
                Assert.Equal(before, after, 1e-9 * wanted.Max(Math.Abs));
        }
    });

    private static void Holds(Action<int> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries).WithReplay(2_026, 3), Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), property));

    private static double Unchanged(string feature, double value) => value;

    private static void Same(LinearRegression wanted, LinearRegression found, Func<string, double, double> change, bool intercept = true)
    {
        Assert.Equal(wanted.Coefficients.Select(row => row.Feature), found.Coefficients.Select(row => row.Feature));
        foreach (var (before, after) in wanted.Coefficients.Zip(found.Coefficients))
        {
            Agreement.Holds(change(before.Feature, before.Value), after.Value);
            Agreement.Holds(change(before.Feature, before.StdError!.Value), after.StdError);
        }

        if (intercept)
            Agreement.Holds(change("(intercept)", wanted.Intercept!.Value), found.Intercept!.Value, 9);
        Agreement.Holds(wanted.RSquared!.Value, found.RSquared);
    }

    /// <summary>What the coefficients make of each row, as one who is handed them computes it.</summary>
    private static double[] Fitted(LinearRegression fit, (double A, double B, double Y)[] rows) =>
        [.. rows.Select(row => fit.Intercept!.Value + fit.Coefficients.Sum(coefficient => coefficient.Value * ValueOf(coefficient.Feature, row)))];

    private static double ValueOf(string name, (double A, double B, double Y) row) => name switch { "a" => row.A, "b" => row.B, _ => row.A + 2 * row.B };

    /// <summary>Values on a grid of 1/1024, so that sums and shifts of them are exact.</summary>
    private static (double A, double B, double Y)[] Rows(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, random.Next(5, 400)).Select(_ => (Value(), Value(), Value()))];
        double Value() => Math.Round(random.NextDouble() * 100 * 1024) / 1024;
    }

    private static LinearRegression Fit((double A, double B, double Y)[] rows) => Fit(rows, Line, "a,b,y");

    private static LinearRegression Fit((double A, double B, double Y)[] rows, Func<(double A, double B, double Y), string> line, string header)
    {
        using var table = new TempTable(header + "\n" + string.Join('\n', rows.Select(line)) + "\n");
        return table.Analyze(new AnalysisRequest { Target = "y", Importance = false }).Statistics.LinearRegression;
    }

    private static string Line((double A, double B, double Y) row) => $"{Text(row.A)},{Text(row.B)},{Text(row.Y)}";

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
