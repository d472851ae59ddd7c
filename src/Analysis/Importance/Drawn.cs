namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>A row of a bootstrap sample.</summary>
/// <param name="Row">The training row.</param>
/// <param name="Times">How often it was drawn.</param>
/// <param name="Sum">That many times its target less the mean.</param>
internal readonly record struct Drawn(int Row, int Times, double Sum);

/// <summary>A question that divides rows in two.</summary>
/// <param name="Gain">By how much it lessens the squares that are left.</param>
/// <param name="Feature">The feature asked for; negative for none.</param>
/// <param name="Bin">The last bin of the left side.</param>
internal readonly record struct Split(double Gain, int Feature, int Bin);
