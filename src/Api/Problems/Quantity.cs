using System.Globalization;

namespace RegressionAnalyzer.Api.Problems;

/// <summary>Bytes as a person says them.</summary>
internal static class Quantity
{
    private static readonly string[] Units = ["KiB", "MiB", "GiB", "TiB"];

    /// <summary>In the largest unit there is one of: <c>2 KiB (2048 bytes)</c>; below a KiB <c>512 bytes</c>.</summary>
    public static string OfBytes(long bytes)
    {
        var (value, unit) = ((double)bytes, -1);
        for (; value >= 1024 && unit < Units.Length - 1; unit++)
            value /= 1024;
        var plain = string.Create(CultureInfo.InvariantCulture, $"{bytes} byte{(bytes == 1 ? "" : "s")}");
        return unit < 0 ? plain : string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {Units[unit]} ({plain})");
    }
}
