using System.Buffers.Binary;
using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>Changes bytes at random: single ones, stretches of them, and words that mean something to one of the readers.</summary>
internal static class Damage
{
    private static readonly byte[][] OfText = Words(
        ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "\r", "\0", "\uFEFF", "NA", "1e400", "-1e400", "Infinity", "-", ".", "1,5", "%", "2024-01-31", "é", "１２", "NaN",
        "9007199254740993", "1e-320", "1e308", "\u0000\u0001", "''", "`", "𝟙", "\u2028", "31.12.9999", "00/00/0000", "1.234.567,8", "--", "e", "0x1F", "1_000", "true");

    private static readonly byte[][] OfXml = Words(
        "<", ">", "/>", "</c>", "</row>", "</sheetData>", "<c r=\"XFD1048576\"><v>1</v></c>", "<c t=\"s\"><v>99999999</v></c>", "<c t=\"s\"><v>-1</v></c>",
        "<row r=\"1048576\">", "<row r=\"2000000000\"/>", "<row r=\"-1\">", "<c r=\"ZZZZZZZZ1\"><v>2</v></c>", "<c t=\"e\"><v>#REF!</v></c>", "<c t=\"d\"><v>2024-01-31</v></c>",
        "<c s=\"99999\"><v>1e400</v></c>", "<v>1e999</v>", "<v>NaN</v>", "<f>1/0</f>", "&amp;", "&#0;", "&bomb;", "<!DOCTYPE x [<!ENTITY bomb \"bb\">]>", "<![CDATA[", "]]>", "<!--",
        "count=\"2147483647\"", "<mergeCell ref=\"A1:XFD1048576\"/>", "<dimension ref=\"A1:XFD1048576\"/>", "numFmtId=\"14\"", "\"", "=", "xmlns=\"x\"", "\0", "\uFFFF");

    private static readonly uint[] Numbers = [0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0x80000000, 512, 4096, 1 << 20];

    private static readonly byte[][] OfAll = [[0xFF], [0xC3], [0x1F, 0x8B], [0x50, 0x4B, 3, 4], [0xFF, 0xFE], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]];

    public static byte[] Text(byte[] sound, Random random) => Change(sound, random, OfText);

    public static byte[] Xml(byte[] sound, Random random) => Change(sound, random, OfXml);

    public static byte[] Binary(byte[] sound, Random random) => Change(sound, random, OfAll);

    private static byte[] Change(byte[] sound, Random random, byte[][] words)
    {
        var content = new List<byte>(sound);
        // mostly little: what is damaged in many places is refused at the first
        for (var times = random.Next(4) == 0 ? random.Next(2, 10) : 1; times > 0 && content.Count > 0; times--)
            Once(content, random, words);
        return [.. content];
    }

    private static void Once(List<byte> content, Random random, byte[][] words)
    {
        var at = random.Next(content.Count);
        switch (random.Next(9))
        {
            case 0:
                content[at] = (byte)random.Next(256);
                break;
            case 1:
                content.RemoveRange(at, Math.Min(random.Next(1, 40), content.Count - at));
                break;
            case 2 or 3:
                content.InsertRange(at, words[random.Next(words.Length)]);
                break;
            case 4:
                if (random.Next(4) == 0)
                    content.RemoveRange(at, content.Count - at);
                break;
            case 5:
                content.InsertRange(at, content.GetRange(at, Math.Min(random.Next(1, 200), content.Count - at)));
                break;
            case 6:
                content.InsertRange(at, OfAll[random.Next(OfAll.Length)]);
                break;
            case 7:
                Number(content, at, random);
                break;
            default:
                content[at] ^= (byte)(1 << random.Next(8));
                break;
        }
    }

    /// <summary>A number where a length, a place or a count may stand: in text as digits, else as four bytes.</summary>
    private static void Number(List<byte> content, int at, Random random)
    {
        var number = Numbers[random.Next(Numbers.Length)];
        if (char.IsAsciiDigit((char)content[at]))
        {
            content.RemoveAt(at);
            content.InsertRange(at, Encoding.ASCII.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        for (var i = 0; i < bytes.Length && at + i < content.Count; i++)
            content[at + i] = bytes[i];
    }

    private static byte[][] Words(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];
}
