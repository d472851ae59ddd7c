using System.Diagnostics;

namespace RegressionAnalyzer.Tests.Containers;

/// <summary>The engine and the images that <c>.ci/container-engine start DIR</c> has made and exported. A test that asks for them where they are not is skipped.</summary>
internal static class ContainerEngine
{
    /// <summary><c>src/Api</c> as <c>dotnet publish -t:PublishContainer</c> makes it, loaded into the engine.</summary>
    public static string ServiceImage => Exported("SERVICE_IMAGE");

    /// <summary>A real Caddy, for the proxy of the Compose file.</summary>
    public static string ProxyImage => Exported("PROXY_IMAGE");

    /// <summary>What images are built on: for <c>-p:ContainerBaseImage</c>.</summary>
    public static string BaseImage => Exported("BASE_IMAGE");

    /// <returns>What the engine wrote to its standard output.</returns>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static Task<string> RunAsync(params string[] arguments) => RunAsync(Exported("CONTAINER_ENGINE"), Environment.CurrentDirectory, arguments);

    /// <summary>Runs podman-compose in the folder of a Compose file.</summary>
    /// <param name="project">The prefix of the names of everything that is made, so that tests do not meet.</param>
    public static Task<string> ComposeAsync(string folder, string project, params string[] arguments) =>
        RunAsync($"{Exported("CONTAINER_ENGINE")}-compose", folder, ["-p", project, .. arguments]);

    private static async Task<string> RunAsync(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await error}");
    }

    private static string Exported(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"There is no container engine for tests ({name} is not set): eval \"$(.ci/container-engine start DIR)\" makes one.");
        return value!;
    }
}
