using System.IO.Compression;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Workbooks as files.</summary>
internal static class Workbook
{
    /// <summary>What all parts together may unpack to.</summary>
    private const long MaxUnpackedBytes = 2L << 30;

    /// <summary>What the parts that are held in memory, such as the table of texts, may unpack to.</summary>
    private const long MaxHeldBytes = 256 << 20;

    /// <summary>Whether a file starts as an Office Open XML package (a zip archive) or an OLE compound file.</summary>
    public static bool Is(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Rejects what is no workbook or would not end. Sizes are counted, not believed: an archive can say anything of itself.</summary>
    /// <exception cref="TableFormatException">It is no workbook, damaged, or unpacks to more than is read.</exception>
    public static void Check(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        Span<byte> head = stackalloc byte[2];
        file.ReadExactly(head);
        var isArchive = head.SequenceEqual("PK"u8);
        file.Position = 0;
        try
        {
            if (isArchive)
                CheckArchive(file);
            else
                CompoundFile.RejectCircles(file);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new TableFormatException($"The workbook is damaged: {exception.Message}");
        }
    }

    private static void CheckArchive(FileStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (!archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            throw new TableFormatException("The file is a zip archive and no workbook. Unpack it and bring the table in it.");
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            var held = !entry.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase);
            total += Unpacked(entry, held ? MaxHeldBytes : MaxUnpackedBytes);
            if (total > MaxUnpackedBytes)
                throw TooLarge();
        }
    }

    private static long Unpacked(ZipArchiveEntry entry, long limit)
    {
        using var stream = entry.Open();
        var buffer = new byte[1 << 16];
        var total = 0L;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            total += read;
            if (total > limit)
                throw TooLarge();
        }

        return total;
    }

    private static TableFormatException TooLarge() => new("The workbook unpacks to more than is read. Save the sheet as CSV.");
}
