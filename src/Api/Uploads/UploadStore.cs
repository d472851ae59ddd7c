using RegressionAnalyzer.Api.Json;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Uploads;

/// <summary>Uploads on the data volume: <c>uploads/ID.table</c>, and <c>uploads/ID.json</c> that makes it an upload.</summary>
internal sealed class UploadStore(Volumes volumes)
{
    /// <summary>A place to write an incoming file, in the folder where it will stay.</summary>
    public string NewTemporary() => Path.Combine(volumes.Uploads, WholeFile.TemporaryName());

    public string TablePath(string id) => Path.Combine(volumes.Uploads, id + ".table");

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

    public UploadRecord? Find(string id) =>
        Id.IsWellFormed(id) ? WholeFile.Read(RecordPath(id), ApiJson.Default.UploadRecord) : null;

    private string RecordPath(string id) => Path.Combine(volumes.Uploads, id + ".json");
}
