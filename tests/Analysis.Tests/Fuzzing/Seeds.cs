using System.IO.Compression;
using System.Text;

namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>Sound files of every format, small ones: what is to be damaged.</summary>
internal static class Seeds
{
    public static IReadOnlyList<byte[]> Texts { get; } =
    [
        .. Files("Oracle", "*.csv"),
        Encoding.Unicode.GetBytes("\uFEFFa;b\n1,5;x\n2,5;y\n"),
        Encoding.BigEndianUnicode.GetBytes("\uFEFFa\tb\n1\t2\n3\t5\n4\t4\n"),
        Encoding.UTF32.GetBytes("\uFEFFa,b\n1,2\n3,5\n"),
        Encoding.Latin1.GetBytes("größe,b\n1,ü\n2,ö\n"),
        "d,p,y\n31.01.2024,12%,1\n01.02.2024,13 %,2\n02.02.2024,7 %,2\n"u8.ToArray(),
        "a,\"b\"\"c\"\n\"x\ny\",1\n\"z\",2\n"u8.ToArray(),
        "n|g|w\r1 234,5|p|1\r2 000,25|q|0\r7|p|2\r9,5|q|1\r"u8.ToArray(),
        "name\ts1\ts2\ts3\ts4\ts5\ts6\ts7\r\nprice\t1\t2\t3\t4\t5\t6\t7\r\nsize\t2\t4.5\t5.5\t8\t10\t12.5\t14\r\n"u8.ToArray(),
        "x,y\n9007199254740993,1\n9007199254740995,2\n1e-8,3\n１２,4\nNA,5\n-0,1\n"u8.ToArray(),
        "k,t,y\n7,2024-01-31T10:00:00Z,1\n7,2024-02-29 11:30,4\n7,2024-03-01,2\n7,,8\n"u8.ToArray(),
    ];

    /// <summary>The parts of workbooks of the new kind, by their names.</summary>
    public static IReadOnlyList<IReadOnlyList<FuzzedFile>> Workbooks { get; } = [.. Files("Workbooks", "*.xlsx").Select(Parts)];

    public static IReadOnlyList<byte[]> OldWorkbooks { get; } = [.. Files("Workbooks", "*.xls").Where(content => content[0] == 0xD0)];

    private static IEnumerable<byte[]> Files(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    private static FuzzedFile[] Parts(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return [.. archive.Entries.Select(Part)];
    }

    private static FuzzedFile Part(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return new FuzzedFile(entry.FullName, content.ToArray());
    }
}
