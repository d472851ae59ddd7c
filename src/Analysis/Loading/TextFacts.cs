using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What bytes a text has, from one look at each.</summary>
/// <param name="LineFeeds">How many LF.</param>
/// <param name="Returns">How many CR.</param>
/// <param name="Pairs">How many CR with a LF behind.</param>
/// <param name="HasQuote">Whether there is a double quote.</param>
/// <param name="HasNul">Whether there is a NUL.</param>
/// <param name="IsAscii">Whether no byte is above 127.</param>
internal readonly record struct TextFacts(long LineFeeds, long Returns, long Pairs, bool HasQuote, bool HasNul, bool IsAscii)
{
    /// <summary>Line ends of every kind.</summary>
    public long Lines => LineFeeds + Returns - Pairs;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TextFacts Of(ReadOnlySpan<byte> text)
    {
        long lineFeeds = 0, returns = 0, pairs = 0;
        var (quotes, nuls, others) = (Vector512<byte>.Zero, Vector512<byte>.Zero, Vector512<byte>.Zero);
        Span<byte> rest = stackalloc byte[Vector512<byte>.Count];
        var whole = text.Length - text.Length % Vector512<byte>.Count;
        rest.Fill((byte)' ');
        text[whole..].CopyTo(rest);
        ref var first = ref MemoryMarshal.GetReference(text);
        ulong afterReturn = 0;
        for (var at = 0; at <= whole; at += Vector512<byte>.Count)
        {
            var bytes = at < whole ? Vector512.LoadUnsafe(ref first, (nuint)at) : Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(rest));
            var feeds = Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
            var ends = Vector512.Equals(bytes, Vector512.Create((byte)'\r')).ExtractMostSignificantBits();
            lineFeeds += BitOperations.PopCount(feeds);
            if ((ends | afterReturn) != 0)
            {
                returns += BitOperations.PopCount(ends);
                pairs += BitOperations.PopCount(((ends << 1) | afterReturn) & feeds);
                afterReturn = ends >> 63;
            }

            quotes |= Vector512.Equals(bytes, Vector512.Create((byte)'"'));
            nuls |= Vector512.Equals(bytes, Vector512<byte>.Zero);
            others |= bytes;
        }

        return new(lineFeeds, returns, pairs, quotes != Vector512<byte>.Zero, nuls != Vector512<byte>.Zero, others.ExtractMostSignificantBits() == 0);
    }
}
