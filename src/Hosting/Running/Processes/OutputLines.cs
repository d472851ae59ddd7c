using System.Text;

namespace Aspire.Hosting.Running;

/// <summary>Cuts what a process writes into lines, and lines that never end into pieces, so that none grows without bound.</summary>
internal static class OutputLines
{
    public const int LongestLine = 32 * 1024;

    public static async Task ReadAsync(StreamReader output, Action<string> onLine)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        int read;
        while ((read = await ReadOrEndAsync(output, buffer)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] == '\n')
                {
                    Flush();
                }
                else if (line.Append(buffer[i]).Length == LongestLine)
                {
                    Flush();
                }
            }
        }

        if (line.Length > 0)
        {
            Flush();
        }

        void Flush()
        {
            var length = line.Length > 0 && line[^1] == '\r' ? line.Length - 1 : line.Length;
            onLine(line.ToString(0, length));
            line.Clear();
        }
    }

    /// <summary>A pipe that breaks because the process was killed has ended, too.</summary>
    private static async Task<int> ReadOrEndAsync(StreamReader output, char[] buffer)
    {
        try
        {
            return await output.ReadAsync(buffer.AsMemory());
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            return 0;
        }
    }
}
