using System.IO.Compression;

namespace RegressionAnalyzer.Analysis.Tests.Fuzzing;

/// <summary>
/// Damaged files of every format that is read. What is packed is damaged inside as well as outside: a damaged archive is mostly refused before any of
/// its content is seen.
/// </summary>
internal static class DamagedFiles
{
    public static FuzzedFile Next(Random random) => random.Next(10) switch
    {
        < 4 => new("table.csv", Damage.Text(One(Seeds.Texts, random), random)),
        4 => new("table.tsv", Joined(random)),
        5 => new("table.csv.gz", Gzip(random)),
        < 8 => new("table.xlsx", Workbook(random)),
        _ => new("table.xls", Damage.Binary(One(Seeds.OldWorkbooks, random), random)),
    };

    /// <summary>The start of one file and the end of another.</summary>
    private static byte[] Joined(Random random)
    {
        var (first, second) = (One(Seeds.Texts, random), One(Seeds.Texts, random));
        return Damage.Text([.. first[..random.Next(first.Length)], .. second[random.Next(second.Length)..]], random);
    }

    private static byte[] Gzip(Random random)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Damage.Text(One(Seeds.Texts, random), random));
        return random.Next(3) == 0 ? Damage.Binary(packed.ToArray(), random) : packed.ToArray();
    }

    private static byte[] Workbook(Random random)
    {
        var parts = One(Seeds.Workbooks, random).ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            // mostly the sheet, which is where people and programs write
            var place = random.Next(3) > 0 ? Array.FindIndex(parts, part => part.Name.Contains("sheet1.xml", StringComparison.Ordinal)) : random.Next(parts.Length);
            parts[place] = parts[place] with { Content = random.Next(20) == 0 ? [] : Damage.Xml(parts[place].Content, random) };
        }

        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Where(_ => random.Next(40) > 0))
            {
                using var entry = archive.CreateEntry(part.Name, CompressionLevel.NoCompression).Open();
                entry.Write(part.Content);
            }
        }

        return random.Next(6) == 0 ? Damage.Binary(packed.ToArray(), random) : packed.ToArray();
    }

    private static T One<T>(IReadOnlyList<T> many, Random random) => many[random.Next(many.Count)];
}
