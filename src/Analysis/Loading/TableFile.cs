using System.IO.Compression;
using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// A file that may be read from the start as often as needed, as UTF-8 text, whatever it is: text in another encoding, packed by gzip, or the first
/// sheet of a workbook.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="fileName">The name it goes by.</param>
/// <param name="fallback">The encoding of text that has no byte order mark; UTF-8 when null.</param>
internal sealed class TableFile(string path, string fileName, Encoding? fallback = null)
{
    /// <summary>A packed file that unpacks to more is a bomb: more than 256 MiB, and than tables pack together (gzip does 1000 to 1 at most).</summary>
    private const long MaxUnpackedBytes = 16L << 30, AnyBytes = 256L << 20, MaxRatio = 100;

    private const int HeadBytes = 4096;

    private byte[]? _text;
    private (string Name, int Of)? _sheet;

    public bool IsTurned => _text is not null;

    /// <summary>Whether text without a byte order mark was taken as UTF-8, which then has to be valid.</summary>
    public bool IsAssumedUtf8 { get; private set; }

    /// <param name="text">The same table turned, as UTF-8 text: its lines are columns of this file.</param>
    public TableFile Turned(byte[] text) => new(path, fileName) { _text = text, _sheet = _sheet };

    /// <summary>Text in no valid UTF-8 is what Windows wrote before it.</summary>
    public TableFile AsWindows1252() => new(path, fileName, CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

    /// <summary>Opens the text at its first character, past a byte order mark.</summary>
    /// <exception cref="TableFormatException">It is packed or a workbook, and damaged.</exception>
    public Stream Open()
    {
        if (_text is not null)
            return new MemoryStream(_text);
        Stream stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        var head = Head(ref stream);
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            stream = new UnpackedStream(new GZipStream(stream, CompressionMode.Decompress), Math.Min(MaxUnpackedBytes, Math.Max(AnyBytes, MaxRatio * new FileInfo(path).Length)));
            head = Head(ref stream);
        }

        if (Workbook.Is(head))
        {
            stream.Dispose();
            if (_sheet is null)
                Workbook.Check(path);
            var sheet = new WorkbookText(path, fileName);
            _sheet = sheet.Sheet;
            return sheet;
        }

        return Decode(stream, head);
    }

    /// <summary>Says where a line of the text is.</summary>
    public string PlaceOf(long line) => IsTurned ? $"in column {line} of the file" : _sheet is not null ? $"in row {line} of the sheet" : $"on line {line}";

    public IEnumerable<string> Warnings()
    {
        if (_sheet is (var name, > 1 and var sheets))
            yield return $"Only sheet '{name}', the first of {sheets}, is read.";
    }

    /// <summary>The error that it holds no table, which says of a workbook what was looked at.</summary>
    public TableFormatException NoTable(string reason, long? line = null) => new(
        _sheet switch
        {
            (var name, 1) => $"Sheet '{name}' {reason}",
            var (name, sheets) => $"Sheet '{name}', the first of {sheets} and the only one that is read, {reason} Bring the sheet that holds the table to the front.",
            null => $"The file {reason}",
        },
        line);

    private Stream Decode(Stream stream, ReadOnlySpan<byte> head)
    {
        var (encoding, mark) = TextEncoding.Of(head);
        IsAssumedUtf8 = encoding is null && fallback is null;
        if (mark > 0)
            stream.ReadExactly(new byte[mark]);
        return (encoding ?? fallback) is { } other and not UTF8Encoding
            ? Encoding.CreateTranscodingStream(stream, other, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            : stream;
    }

    private static ReadOnlySpan<byte> Head(ref Stream stream)
    {
        var head = new byte[HeadBytes];
        var read = stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        if (stream.CanSeek)
            stream.Position = 0;
        else
            stream = new PrependedStream(head.AsMemory(0, read), stream);
        return head.AsSpan(0, read);
    }
}
