using RegressionAnalyzer.Analysis.Importance;

namespace RegressionAnalyzer.Analysis.Tests.Importance;

public sealed class ShuffleErrorsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(70)]
    public void Errors_are_those_of_predicting_every_shuffled_row_anew(int features)
    {
        var (training, test) = (Rows(300, features, 1), Rows(90, features, 2));
        var forest = Forest.Grow(training, 7, TestContext.Current.CancellationToken);
        var random = new RandomStream(3);
        int[][] shuffles = [.. Enumerable.Range(0, ShuffleErrors.ShuffleCount).Select(_ => random.Permutation(test.Count))];

        var errors = new ShuffleErrors(forest, test, shuffles).Measure(TestContext.Current.CancellationToken);

        Agreement.Holds(SquaredError(forest, test, test.Columns), errors.Whole);
        for (var feature = 0; feature < features; feature++)
        {
            for (var shuffle = 0; shuffle < shuffles.Length; shuffle++)
            {
                byte[][] columns = [.. test.Columns];
                columns[feature] = [.. shuffles[shuffle].Select(row => test.Columns[feature][row])];
                Agreement.Holds(SquaredError(forest, test, columns), errors.Shuffled[feature, shuffle]);
            }
        }
    }

    private static double SquaredError(Forest forest, BinnedRows rows, byte[][] columns) => Enumerable.Range(0, rows.Count)
        .Sum(row => Math.Pow(forest.Trees.Average(tree => Predict(tree, columns, row)) - rows.Target[row], 2));

    private static double Predict(Tree tree, byte[][] columns, int row)
    {
        var at = 0;
        while (!tree.Nodes[at].IsLeaf)
            at = tree.Nodes[at].Left + (columns[tree.Nodes[at].Feature][row] > tree.Nodes[at].Bin ? 1 : 0);
        return tree.Values[at];
    }

    private static BinnedRows Rows(int count, int features, ulong seed)
    {
        var random = new RandomStream(seed);
        byte[][] columns = [.. Enumerable.Range(0, features).Select(_ => Enumerable.Range(0, count).Select(_ => (byte)random.Next(256)).ToArray())];
        return new BinnedRows(columns, [.. Enumerable.Range(0, count).Select(row => columns[0][row] + columns[1][row] * columns[2][row] / 256.0 + random.Next(20))]);
    }
}
