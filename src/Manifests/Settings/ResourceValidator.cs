using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Manifests;

/// <summary>Bounds of <see cref="ResourceSettings"/>: quantities that mean something, and no request above its limit.</summary>
internal static class ResourceValidator
{
    private const decimal SmallestCpu = 0.001m;
    private const decimal LargestCpu = 1024m;

    /// <summary>Below this a .NET process does not start.</summary>
    private const decimal SmallestMemory = 32m * 1024 * 1024;
    private const decimal LargestMemory = 24m * 1024 * 1024 * 1024 * 1024;
    private const long LargestUpload = 1024L * 1024 * 1024 * 1024;

    public static void Validate(Findings findings, ResourceSettings resources)
    {
        Pair(findings, resources.CpuRequest, resources.CpuLimit, SmallestCpu, LargestCpu, "from 1m to 1024, such as 500m");
        Pair(findings, resources.MemoryRequest, resources.MemoryLimit, SmallestMemory, LargestMemory, "from 32Mi to 24Ti, such as 512Mi");
        findings.Range(resources.LargestUploadBytes, 1, LargestUpload);
        findings.Range(resources.HeapPercent, 10, 90);
    }

    private static void Pair(
        Findings findings,
        string request,
        string limit,
        decimal smallest,
        decimal largest,
        string allowed,
        [CallerArgumentExpression(nameof(request))] string requestSetting = "",
        [CallerArgumentExpression(nameof(limit))] string limitSetting = "")
    {
        var requestIsValid = IsWithin(request, smallest, largest, out var asked);
        var limitIsValid = IsWithin(limit, smallest, largest, out var most);
        findings.Require(requestIsValid, request, $"a quantity {allowed}", requestSetting);
        findings.Require(limitIsValid, limit, $"a quantity {allowed}", limitSetting);
        if (requestIsValid && limitIsValid && asked > most)
            findings.Add(requestSetting, $"is '{request}', more than its limit, '{limit}'. Allowed: at most as much.");
    }

    private static bool IsWithin(string text, decimal smallest, decimal largest, out decimal value) =>
        Quantity.TryParse(text, out value) && value >= smallest && value <= largest;
}
