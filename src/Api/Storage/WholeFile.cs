using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RegressionAnalyzer.Api.Storage;

/// <summary>Files that others see whole or not at all: a temporary name in the same folder, flushed to disk, then renamed.
/// Nothing here locks: network file systems do not keep such promises.</summary>
internal static class WholeFile
{
    private const string Prefix = "tmp-";
    private const int BufferSize = 128 * 1024;

    public static string TemporaryName() => Prefix + RandomNumberGenerator.GetHexString(16, lowercase: true);

    public static bool IsTemporary(string path) => Path.GetFileName(path.AsSpan()).StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Writes or replaces a file.</summary>
    public static void Write<T>(string path, T value, JsonTypeInfo<T> type) => Write(path, JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Writes or replaces a file.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, TemporaryName());
        try
        {
            WriteNew(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    /// <summary>Writes a file that must not be there yet, and flushes it to disk.</summary>
    public static void WriteNew(string path, ReadOnlySpan<byte> content)
    {
        using var stream = Create(path);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Creates a file that must not be there yet: exclusive, also between machines.</summary>
    public static FileStream Create(string path, bool async = false) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = async ? 0 : BufferSize,
        Options = async ? FileOptions.Asynchronous : FileOptions.None,
    });

    /// <summary>Reads a record; null when there is none.</summary>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        using var stream = OpenIfThere(path);
        return stream is null ? null : JsonSerializer.Deserialize(stream, type);
    }

    /// <summary>Opens a file for reading; null when there is none.</summary>
    public static FileStream? OpenIfThere(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes what is no longer wanted; what cannot be removed now, the clean-up finds later.</summary>
    public static void Discard(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
        }
    }
}
