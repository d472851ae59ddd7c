using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using RegressionAnalyzer.Bench.Forests;

if (args is not [var file, var target])
{
    Console.Error.WriteLine("Forests FILE TARGET: seconds of a forest and its importances by ours, FastForest and LightGBM, and the features in order.");
    return 2;
}

const int Trees = 100;

// with the leaves they have by default, and FastForest with trees to the last row too, as scikit-learn's (ours stop at five); boosted ones stay small
var learned = new LearnedRows(file, target);
var trainers = learned.Context.Regression.Trainers;
Print("ours", () => Ours.Rank(file, target, learned.Features));
Print("FastForest, 20 leaves", () => learned.Rank(trainers.FastForest(numberOfTrees: Trees)));
Print("LightGBM, 31 leaves", () => learned.Rank(trainers.LightGbm(numberOfIterations: Trees)));
Print("FastForest, whole trees", () => learned.Rank(trainers.FastForest(numberOfTrees: Trees, numberOfLeaves: learned.Rows, minimumExampleCountPerLeaf: 1)));
return 0;

static void Print(string name, Func<Ranked> rank)
{
    rank();
    // what only the first time costs a running service has paid
    var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
    var ranked = rank();
    var (seconds, busy) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-24} {seconds,7:F2} s, of processors {busy,7:F2} s   R² {ranked.RSquared:F3}   {string.Join(' ', ranked.Features)}"));
}
