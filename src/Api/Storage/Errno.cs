namespace RegressionAnalyzer.Api.Storage;

/// <summary>The system's reason behind an exception of the file system, by its number in Linux' <c>errno.h</c>.</summary>
internal static class Errno
{
    private const int NoEntry = 2, Input = 5, Access = 13, NotDirectory = 20, NoSpace = 28, ReadOnly = 30, Stale = 116, Quota = 122, TransportGone = 107;

    public static int Of(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => NoEntry,
        UnauthorizedAccessException => exception.InnerException is IOException inner ? inner.HResult : Access,
        _ => exception.HResult,
    };

    /// <summary>The disk or the user's share of it is full.</summary>
    public static bool IsDiskFull(this Exception exception) => exception is IOException && Of(exception) is NoSpace or Quota;

    /// <summary>The file system failed, rather than something of this program or of a table.</summary>
    public static bool IsStorageTrouble(this Exception exception) => exception is (IOException and not EndOfStreamException) or UnauthorizedAccessException;

    public static string Describe(Exception exception) => Of(exception) switch
    {
        NoEntry => "no such folder (ENOENT, errno 2)",
        Input => "input/output error (EIO, errno 5)",
        Access => "permission denied (EACCES, errno 13)",
        NotDirectory => "not a folder (ENOTDIR, errno 20)",
        NoSpace => "no space left (ENOSPC, errno 28)",
        ReadOnly => "read-only file system (EROFS, errno 30)",
        TransportGone => "the mount is gone (ENOTCONN, errno 107)",
        Stale => "stale file handle (ESTALE, errno 116)",
        Quota => "quota exceeded (EDQUOT, errno 122)",
        var other => $"{exception.Message} (errno {other})",
    };
}
