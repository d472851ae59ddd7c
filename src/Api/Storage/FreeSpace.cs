using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Problems;

namespace RegressionAnalyzer.Api.Storage;

/// <summary>Says no before a disk is full: a full disk would also stop what runs already.</summary>
internal sealed class FreeSpace(Volumes volumes, IOptions<StorageOptions> options)
{
    /// <exception cref="RequestException">507: so many bytes more would leave less than the reserve on a volume.</exception>
    public void Demand(long dataBytes)
    {
        Demand("data", volumes.Data, dataBytes);
        Demand("output", volumes.Output, 0);
    }

    private void Demand(string name, string path, long bytes)
    {
        var free = new DriveInfo(path).AvailableFreeSpace;
        if (free - bytes < options.Value.MinFreeBytes)
        {
            throw new RequestException(StatusCodes.Status507InsufficientStorage,
                $"The {name} volume has {Quantity.OfBytes(free)} free, too few to take this on. Nothing was stored; delete uploads or results no longer needed, or try again later.");
        }
    }
}
