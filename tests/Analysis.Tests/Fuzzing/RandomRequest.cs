using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>What may be asked of a table that may not have what is asked for.</summary>
internal static class RandomRequest
{
    private static readonly string[] Formulas =
    [
        "mpg ~ wt + hp", "len ~ dose * supp", "y ~ .", "y ~ . - 1", "log(y) ~ I(x^2) + x:a", "dist ~ speed - 1", "weight ~ feed", "mpg ~ wt*hp*qsec + I(wt / 0)",
        "breaks ~ wool:tension", "sold ~ share + city", "total ~ price * region - 1", "amount ~ day + at + ok", "x ~ y^-2 + sqrt(-y)", "b ~ a", "Ozone ~ exp(Wind) + I(Temp^64)",
    ];

    public static AnalysisRequest Next(Random random)
    {
        var request = new AnalysisRequest
        {
            SkipBadRows = random.Next(4) > 0,
            Transpose = random.Next(8) switch { 0 => true, 1 => false, _ => null },
            StandardErrors = (StandardErrors)random.Next(5),
            CrossValidationFolds = random.Next(4) == 0 ? random.Next(2, 21) : null,
            Intercept = random.Next(4) > 0,
            Weights = random.Next(8) == 0 ? random.Next(2) == 0 ? "wt" : "y" : null,
            Importance = random.Next(16) == 0,
            Diagnostics = random.Next(4) > 0,
        };
        return random.Next(4) == 0 ? request with { Formula = Formula(random) } : request;
    }

    private static string Formula(Random random)
    {
        var sound = Formulas[random.Next(Formulas.Length)];
        return random.Next(3) == 0 ? Encoding.UTF8.GetString(Damage.Text(Encoding.UTF8.GetBytes(sound), random)) : sound;
    }
}
