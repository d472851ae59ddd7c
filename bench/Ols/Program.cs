using System.Globalization;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Bench;

if (args is not [_, _, ..])
{
    Console.Error.WriteLine("ols FILE TARGET [FEATURE ...] [--repeat=N]: prints the full table of an ordinary least squares fit, as peers/ols_r.R does.");
    return 2;
}

Repeated.Run(args, static arguments => Print(Fit(arguments[0], arguments[1], arguments[2..])));
return 0;

static LinearRegression Fit(string file, string target, string[] features)
{
    var request = new AnalysisRequest
    {
        Target = target,
        Features = features.Length == 0 ? null : features,
        Diagnostics = false,
        Holdout = false,
        Importance = false,
    };
    return Analyzer.Analyze(file, Path.GetFileName(file), request).Statistics.LinearRegression;
}

static void Print(LinearRegression fit)
{
    foreach (var row in fit.Coefficients.Prepend(fit.Intercept!))
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Feature,-12} {row.Value,14:G7} {row.StdError,12:G5} {row.TStatistic,12:G5} {row.PValue,10:G3}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"R² {fit.RSquared:G5}, F {fit.FStatistic:G5}, residual standard error {fit.Rmse:G5}, n {fit.NSamples}"));
}
