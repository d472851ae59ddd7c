using Microsoft.ML;
using Microsoft.ML.Data;

namespace RegressionAnalyzer.Bench.Forests;

/// <summary>
/// The table's numbers as ML.NET holds them, four fifths to learn from and one to judge by. The fifth is another draw than ours, which is not to be had from
/// outside; each holds as many rows.
/// </summary>
internal sealed class LearnedRows
{
    private const int Shuffles = 10;

    private readonly IDataView _training;
    private readonly IDataView _test;

    public LearnedRows(string file, string target)
    {
        var lines = File.ReadLines(file).Take(2).Select(line => line.Split(',')).ToArray();
        Features = [.. lines[0].Where((name, at) => name != target && float.TryParse(lines[1][at], out _))];
        TextLoader.Column[] columns = [.. Features.Append(target).Select(name => new TextLoader.Column(name, DataKind.Single, Array.IndexOf(lines[0], name)))];
        var table = Context.Data.LoadFromTextFile(file, columns, separatorChar: ',', hasHeader: true);
        var ready = Context.Transforms.Concatenate("Features", Features).Append(Context.Transforms.CopyColumns("Label", target)).Fit(table).Transform(table);
        var split = Context.Data.TrainTestSplit(ready, 0.2, seed: 42);
        (_training, _test) = (Context.Data.Cache(split.TrainSet), Context.Data.Cache(split.TestSet));
        Rows = _training.GetColumn<float>("Label").Count();
    }

    public MLContext Context { get; } = new(seed: 42);

    public string[] Features { get; }

    /// <summary>To learn from.</summary>
    public int Rows { get; }

    public Ranked Rank<T>(IEstimator<ISingleFeaturePredictionTransformer<T>> trainer)
        where T : class
    {
        var model = trainer.Fit(_training);
        var scored = model.Transform(_test);
        var losses = Context.Regression.PermutationFeatureImportance(model, scored, permutationCount: Shuffles);
        return new Ranked(
            Context.Regression.Evaluate(scored).RSquared,
            [.. Features.Zip(losses).OrderBy(feature => feature.Second.RSquared.Mean).Select(feature => feature.First)]);
    }
}
