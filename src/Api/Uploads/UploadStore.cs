using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Uploads;

/// <summary>Uploads on the data volume: <c>uploads/ID.table</c>, and <c>uploads/ID.json</c> that makes it an upload.</summary>
internal sealed class UploadStore(Volumes volumes)
{
    private const string RecordEnding = ".json";
    private const string TableEnding = ".table";

    /// <summary>A place to write an incoming file, in the folder where it will stay.</summary>
    public string NewTemporary() => Path.Combine(volumes.Uploads, WholeFile.TemporaryName());

    public string TablePath(string id) => Path.Combine(volumes.Uploads, id + TableEnding);

    /// <summary>Keeps a file that is complete and flushed. The record comes last: before it, there is no upload.</summary>
    public void Keep(string temporary, UploadRecord record)
    {
        var table = TablePath(record.UploadId);
        File.Move(temporary, table);
        try
        {
            WholeFile.Write(RecordPath(record.UploadId), record, ApiJson.Default.UploadRecord);
        }
        catch
        {
            WholeFile.Discard(table);
            throw;
        }
    }

    public UploadRecord? Find(string id) => Id.IsWellFormed(id)
        ? WholeFile.Read(RecordPath(id), ApiJson.Default.UploadRecord) ?? Volumes.Absent<UploadRecord>(volumes.Uploads)
        : null;

    public IEnumerable<UploadRecord> All() => Directory.EnumerateFiles(volumes.Uploads, "*" + RecordEnding)
        .Select(static path => Path.GetFileNameWithoutExtension(path)).Select(Find).OfType<UploadRecord>();

    /// <summary>Removes an upload, its record first: after that there is none. False when there was none.</summary>
    public bool Delete(string id)
    {
        if (Find(id) is null)
            return false;
        File.Delete(RecordPath(id));
        WholeFile.Discard(TablePath(id));
        return true;
    }

    /// <summary>Whether a file of the folder belongs to no upload.</summary>
    public static bool IsLeftover(string path) =>
        WholeFile.IsTemporary(path) || (path.EndsWith(TableEnding, StringComparison.Ordinal) && !File.Exists(Path.ChangeExtension(path, RecordEnding)));

    private string RecordPath(string id) => Path.Combine(volumes.Uploads, id + RecordEnding);
}
