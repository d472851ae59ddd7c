using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Where fields without quotes end, one after the other, of which 64 bytes are looked at together.</summary>
internal ref struct FieldEnds
{
    private readonly ref byte _text;
    private readonly Vector512<byte> _delimiter;
    private int _block;
    private ulong _ends;

    /// <param name="text">The text; <see cref="Chunk.Slack"/> bytes of line ends follow it.</param>
    /// <param name="delimiter">What ends a field, as a line end does.</param>
    /// <param name="place">Where the first field starts.</param>
    public FieldEnds(ReadOnlySpan<byte> text, byte delimiter, int place)
    {
        _text = ref MemoryMarshal.GetReference(text);
        _delimiter = Vector512.Create(delimiter);
        StartAt(place);
    }

    /// <summary>Goes on from another place, at most a byte behind the text.</summary>
    public void StartAt(int place)
    {
        _block = place;
        _ends = EndsOfBlock();
    }

    /// <summary>Takes the next end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        // the line ends behind the text stop it
        while (_ends == 0)
        {
            _block += FieldIndex.BlockBytes;
            _ends = EndsOfBlock();
        }

        var end = _block + BitOperations.TrailingZeroCount(_ends);
        _ends &= _ends - 1;
        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong EndsOfBlock()
    {
        var bytes = Vector512.LoadUnsafe(ref _text, (nuint)_block);
        return (Vector512.Equals(bytes, _delimiter) | Vector512.Equals(bytes, Vector512.Create((byte)'\n')) | Vector512.Equals(bytes, Vector512.Create((byte)'\r')))
            .ExtractMostSignificantBits();
    }
}
