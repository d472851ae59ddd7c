using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What a thread found in one piece of the file, to be joined with what the pieces before it told.</summary>
/// <param name="Rows">The rows in it.</param>
/// <param name="Columns">What it tells of each column.</param>
/// <param name="SkippedLines">The lines of rows that did not fit and were passed over.</param>
/// <param name="IsValidUtf8">Whether its text is.</param>
/// <param name="FirstRows">The first rows of the first piece, from which sample values are shown; empty for others.</param>
/// <param name="Kept">All rows, where the table is small enough so far to be kept.</param>
/// <param name="Sampled">The rows drawn.</param>
/// <param name="Moments">What it adds to the sums that are gathered already.</param>
internal sealed record BlockPart(
    int Rows, ColumnPart[] Columns, long[] SkippedLines, bool IsValidUtf8, string[][] FirstRows, RowBlock? Kept, ChosenRows Sampled,
    BlockMoments? Moments);
