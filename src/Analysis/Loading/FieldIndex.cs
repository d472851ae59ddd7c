using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Where the fields of some hundred rows end, in text without quotes. Source: Langdale and Lemire, "Parsing gigabytes of JSON per second", The VLDB
/// Journal 28 (2019): the structure first, as a bit for each of 64 bytes, and what stands in it afterwards.
/// </summary>
internal sealed class FieldIndex(byte delimiter, int columns)
{
    /// <summary>How many bytes are looked at together, and so may be read past the text.</summary>
    public const int BlockBytes = 64;

    /// <summary>So many, that the index and the text it speaks of stay in a core's first cache.</summary>
    private const int Fields = 2048;

    /// <summary>How many ends are written at once; those of them that are none are overwritten.</summary>
    private const int Burst = 8;

    private readonly int _rows = Math.Max(1, Fields / columns);
    private readonly int[] _last = new int[2 * Math.Max(1, Fields / columns)];
    private readonly int[] _ends = new int[Math.Max(Fields, columns) + BlockBytes + Burst + 1];

    /// <summary>The place before the first field, then of what ends each field, row by row. Valid until the next call.</summary>
    public ReadOnlySpan<int> Ends => _ends;

    /// <summary>Looks at the next rows.</summary>
    /// <param name="text">The text; <see cref="Chunk.Slack"/> bytes of line ends follow it.</param>
    /// <param name="at">Where the first row starts.</param>
    /// <param name="rows">How many whole rows there are, up to some hundred.</param>
    /// <returns>Whether each of them has as many fields as there are columns, and no line is blank.</returns>
    public bool Find(ReadOnlySpan<byte> text, int at, out int rows)
    {
        var wanted = _rows * columns;
        var last = text[^1] == '\n' ? text.Length - 1 : text.Length;
        var (found, lines) = Collect(text, at, wanted, last);
        while (_ends[found] > last)
            Drop(ref found, ref lines, text);
        rows = Math.Min(_rows, found / columns);
        while (found > rows * columns)
            Drop(ref found, ref lines, text);
        var right = lines == rows && rows > 0;
        for (var row = 1; row <= rows; row++)
            right &= EndsLine(_ends[row * columns], text);
        return right;
    }

    /// <summary>Of each row found the place before its last field and of what ends that, be it a LF or a CR before it.</summary>
    public ReadOnlySpan<int> LastFields(ReadOnlySpan<byte> text, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var end = _ends[(row + 1) * columns];
            _last[2 * row] = _ends[(row + 1) * columns - 1];
            _last[2 * row + 1] = text[end - 1] == '\r' ? end - 1 : end;
        }

        return _last;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Found, int Lines) Collect(ReadOnlySpan<byte> text, int at, int wanted, int last)
    {
        ref var bytes = ref MemoryMarshal.GetReference(text);
        ref var ends = ref MemoryMarshal.GetArrayDataReference(_ends);
        var (delimiters, lineFeeds) = (Vector512.Create(delimiter), Vector512.Create((byte)'\n'));
        ends = at - 1;
        var (found, lines) = (0, 0);
        for (; found < wanted && at <= last; at += BlockBytes)
        {
            var block = Vector512.LoadUnsafe(ref bytes, (nuint)at);
            var feeds = Vector512.Equals(block, lineFeeds).ExtractMostSignificantBits();
            var bits = Vector512.Equals(block, delimiters).ExtractMostSignificantBits() | feeds;
            lines += BitOperations.PopCount(feeds);
            var count = BitOperations.PopCount(bits);
            ref var next = ref Unsafe.Add(ref ends, found + 1);
            for (var written = 0; written < count; written += Burst)
            {
                Write(ref next, at, ref bits);
                Write(ref Unsafe.Add(ref next, 4), at, ref bits);
                next = ref Unsafe.Add(ref next, Burst);
            }

            found += count;
        }

        return (found, lines);
    }

    /// <summary>Writes four ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ref int next, int at, ref ulong bits)
    {
        var second = bits & (bits - 1);
        var third = second & (second - 1);
        var fourth = third & (third - 1);
        next = at + BitOperations.TrailingZeroCount(bits);
        Unsafe.Add(ref next, 1) = at + BitOperations.TrailingZeroCount(second);
        Unsafe.Add(ref next, 2) = at + BitOperations.TrailingZeroCount(third);
        Unsafe.Add(ref next, 3) = at + BitOperations.TrailingZeroCount(fourth);
        bits = fourth & (fourth - 1);
    }

    private void Drop(ref int found, ref int lines, ReadOnlySpan<byte> text)
    {
        lines -= EndsLine(_ends[found], text) ? 1 : 0;
        found--;
    }

    /// <summary>Line ends follow the text.</summary>
    private static bool EndsLine(int end, ReadOnlySpan<byte> text) => end >= text.Length || text[end] == '\n';
}
