namespace RegressionAnalyzer.Api.Storage;

/// <summary>A volume is missing or cannot be written. The message is for the person who mounts it.</summary>
internal sealed class VolumeException(string path, string setting, Exception reason)
    : Exception($"The folder {path} ({setting}) cannot be used by uid {ProcessUser.Uid}, gid {ProcessUser.Gid}: {Errno.Describe(reason)}. "
        + "It must be there and writable by that user or group.", reason);
