namespace RegressionAnalyzer.Analysis;

/// <summary>How well a fit made from four fifths of the rows predicts the fifth it has not seen.</summary>
/// <param name="RSquared">1 less the squared errors over the spread of the unseen rows about their mean; below 0 it does worse than that mean. Null where they do not vary.</param>
/// <param name="Rmse">The root mean square error, in the target's unit.</param>
/// <param name="TrainingRows">Rows the fit was made from.</param>
/// <param name="TestRows">Rows it predicted.</param>
public sealed record Holdout(double? RSquared, double Rmse, int TrainingRows, int TestRows);

/// <summary>The same with every part of the rows unseen once.</summary>
/// <param name="Folds">How many parts.</param>
/// <param name="RSquared">The mean over the parts; null where one of them does not vary.</param>
/// <param name="RSquaredStd">Its sample standard deviation over the parts.</param>
/// <param name="Rmse">The mean over the parts.</param>
/// <param name="RmseStd">Its sample standard deviation over the parts.</param>
public sealed record CrossValidation(int Folds, double? RSquared, double? RSquaredStd, double Rmse, double RmseStd);
