namespace RegressionAnalyzer.AppHost.Tests.Running;

/// <summary>What R 4.2.2 says of <c>samples/longley.csv</c>, by <c>longley.R</c>: <c>summary(lm(TOTEMP ~ ., table))</c>.</summary>
internal static class LongleyByR
{
    public const double RSquared = 0.995479004577296;
    public const double AdjustedRSquared = 0.992465007628826;
    public const double FStatistic = 330.285339234591;
    public const double FPValue = 4.98403052872458e-10;
    public const double ResidualStandardError = 304.854073561963;
    public const double Aic = 235.234869616961;
    public const double Bic = 241.415579394879;

    /// <summary>Estimate, standard error, t and p of each term.</summary>
    public static readonly (string Term, double Estimate, double StandardError, double T, double P)[] Coefficients =
    [
        ("(Intercept)", -3482258.63459582, 890420.383607368, -3.91080291815437, 0.00356040366372608),
        ("GNPDEFL", 15.0618722713749, 84.9149257747667, 0.177376028230017, 0.8631408328092),
        ("GNP", -0.0358191792925914, 0.033491007772243, -1.06951631722107, 0.312681061092703),
        ("UNEMP", -2.02022980381683, 0.488399681651696, -4.13642735594075, 0.00253509173411112),
        ("ARMED", -1.03322686717359, 0.214274163161674, -4.82198531044549, 0.000944366764161754),
        ("POP", -0.0511041056535786, 0.226073200069368, -0.226051144664196, 0.826211795763653),
        ("YEAR", 1829.15146461355, 455.478499142209, 4.01588981270981, 0.00303680334163016),
    ];
}
