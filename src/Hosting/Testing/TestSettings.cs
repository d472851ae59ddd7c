using Aspire.Hosting.Running;

namespace Aspire.Hosting.Testing;

/// <summary>What holds for every application under test unless the test says otherwise.</summary>
internal static class TestSettings
{
    /// <summary>Ports of the system's choice, and the environment that developers have.</summary>
    public static string[] Args =>
    [
        $"{EndpointAllocator.RandomizePortsKey}=true",
        .. Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is null ? ["environment=Development"] : Array.Empty<string>(),
    ];
}
