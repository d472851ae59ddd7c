namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>A piece of a text table that starts and ends between records.</summary>
/// <param name="Buffer">Where it is; <see cref="Slack"/> bytes of line ends follow it.</param>
/// <param name="Length">How long it is.</param>
/// <param name="FirstLine">The line of the file, counted from 1, that it starts on.</param>
/// <param name="Number">Its place among the pieces, counted from 0.</param>
internal readonly record struct Chunk(byte[] Buffer, int Length, long FirstLine, int Number)
{
    public const int Slack = FieldIndex.BlockBytes + 1;

    public TextFacts Facts { get; } = TextFacts.Of(Buffer.AsSpan(0, Length));

    public ReadOnlySpan<byte> Data => Buffer.AsSpan(0, Length);

    /// <summary>The line of the file on which a place in the piece stands.</summary>
    public long LineAt(int position) => FirstLine + TextFacts.Of(Data[..position]).Lines;
}
