using System.Buffers.Binary;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// The chains of sectors that an .xls file consists of. A damaged or hostile one can lead in a circle, which a reader would follow until the
/// memory is full. Source: Microsoft, [MS-CFB] Compound File Binary File Format, sections 2.2 to 2.5.
/// </summary>
internal static class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int HeaderFatEntries = 109;
    private const uint LastSector = 0xFFFFFFFA;

    /// <exception cref="InvalidDataException">A chain leads in a circle or out of the file.</exception>
    public static void RejectCircles(Stream file)
    {
        var header = new byte[HeaderBytes];
        file.Position = 0;
        file.ReadExactly(header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x1E));
        if (shift is not (9 or 12))
            throw new InvalidDataException("Its sectors have an unknown size.");
        var sectors = new Sectors(file, 1 << shift);
        var table = FatOf(header, sectors);
        RejectCircles(table);
        RejectCircles(sectors.Join(Chain(table, At(header, 0x3C))));
    }

    /// <summary>Where each sector's chain goes on.</summary>
    private static uint[] FatOf(byte[] header, Sectors sectors)
    {
        var places = Enumerable.Range(0, HeaderFatEntries).Select(entry => At(header, 0x4C + 4 * entry)).ToList();
        var seen = new HashSet<uint>();
        for (var next = At(header, 0x44); next <= LastSector;)
        {
            if (!seen.Add(next))
                throw new InvalidDataException("Its table of tables leads in a circle.");
            var entries = sectors.Read(next);
            places.AddRange(entries[..^1]);
            next = entries[^1];
        }

        return sectors.Join(places.Where(place => place <= LastSector).Distinct());
    }

    private static IEnumerable<uint> Chain(uint[] table, uint first)
    {
        for (var sector = first; sector <= LastSector; sector = table[sector])
        {
            if (sector >= table.Length)
                throw new InvalidDataException("A chain leads out of the file.");
            yield return sector;
        }
    }

    /// <summary>Follows every chain once, whatever its start.</summary>
    private static void RejectCircles(uint[] table)
    {
        var walk = new int[table.Length];
        for (var start = 0; start < table.Length; start++)
        {
            var sector = (uint)start;
            while (sector < table.Length && walk[sector] == 0)
            {
                walk[sector] = start + 1;
                sector = table[sector];
            }

            if (sector < table.Length && walk[sector] == start + 1)
                throw new InvalidDataException("A chain of sectors leads in a circle.");
        }
    }

    private static uint At(byte[] header, int place) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(place));

    private sealed class Sectors(Stream file, int size)
    {
        public uint[] Join(IEnumerable<uint> sectors) => [.. sectors.SelectMany(Read)];

        public uint[] Read(uint sector)
        {
            var place = ((long)sector + 1) * size;
            if (place >= file.Length)
                throw new InvalidDataException("A chain leads out of the file.");
            // the last sector may be cut short; what is not there is free
            var bytes = new byte[size];
            Array.Fill(bytes, (byte)0xFF);
            file.Position = place;
            file.ReadAtLeast(bytes, size, throwOnEndOfStream: false);
            var entries = new uint[size / sizeof(uint)];
            for (var entry = 0; entry < entries.Length; entry++)
                entries[entry] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(sizeof(uint) * entry));
            return entries;
        }
    }
}
