using System.Globalization;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Retention;

/// <summary>Gives the clean-up of an hour to one replica: whoever creates the hour's file. One that dies over it leaves the rest to the next hour's,
/// and clocks that differ only make two replicas do the same harmless work.</summary>
internal sealed class SweepTurn(Volumes volumes, TimeProvider time)
{
    private const string Prefix = "sweep-";

    public bool TryTake()
    {
        var turn = Path.Combine(volumes.Data, Prefix + time.GetUtcNow().ToString("yyyyMMddHH", CultureInfo.InvariantCulture));
        try
        {
            WholeFile.Create(turn).Dispose();
        }
        catch (IOException) when (File.Exists(turn))
        {
            return false;
        }

        foreach (var old in Directory.EnumerateFiles(volumes.Data, Prefix + "*").Where(path => string.CompareOrdinal(path, turn) < 0))
            WholeFile.Discard(old);
        return true;
    }
}
