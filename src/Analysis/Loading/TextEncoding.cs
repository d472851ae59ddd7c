using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Tells the encoding of a text by its first bytes.</summary>
internal static class TextEncoding
{
    /// <returns>The encoding, null where nothing tells; and the length of the byte order mark.</returns>
    public static (Encoding? Encoding, int Mark) Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8, 3);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (Encoding.UTF32, 4);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, 2);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode, 2);
        return (WithoutMark(head), 0);
    }

    /// <summary>Digits and delimiters in UTF-16 have a zero byte each, always on the same side.</summary>
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        var enough = head.Length / 4;
        return odd > enough && even == 0 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even > enough && odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }
}
