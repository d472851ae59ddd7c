using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace RegressionAnalyzer.Hosting.BrowserTests.Driving;

/// <summary>An AppHost as a process of its own, as a person starts it, with its dashboard.</summary>
internal sealed partial class AppHostProgram : IAsyncDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource Seen)> _awaited = [];

    private AppHostProgram(string program, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Dashboard => new(new Uri(LoginLink), "/");

    /// <summary>The newest one: each opens one browser.</summary>
    public string LoginLink => Link().Matches(Output).Select(m => m.Value).Last();

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The model of the tests of run mode.</summary>
    public static Task<AppHostProgram> StartAsync(params string[] args) =>
        StartProgramAsync(typeof(Projects.Hosting_TestAppHost).Assembly.Location, ["--Dashboard=yes", .. args]);

    /// <summary>The system of this repository.</summary>
    public static Task<AppHostProgram> StartRealAsync(string volumes) =>
        StartProgramAsync(typeof(Projects.AppHost).Assembly.Location, ["--Port=0", $"--Volumes:Root={volumes}", $"--Dashboard:Runs:Folder={volumes}/runs"]);

    public Task ReadyAsync() => OutputAsync(output => output.Contains("Everything is ready", StringComparison.Ordinal));

    /// <summary>Waits until what it has written is as wanted.</summary>
    public async Task OutputAsync(Func<string, bool> wanted)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (wanted(_output.ToString()))
            {
                return;
            }

            _awaited.Add((wanted, seen));
        }

        await seen.Task.WaitAsync(Longest, TestContext.Current.CancellationToken);
    }

    /// <summary>Follows the link, as a person does.</summary>
    public async Task<Visit> OpenAsync(Chromium chromium, string path = "/", bool phone = false, bool dark = false)
    {
        var link = LoginLink;
        var visit = await Visit.BeginAsync(chromium, Dashboard, phone, dark, $"{new Uri(link).PathAndQuery}&return={Uri.EscapeDataString(path)}");
        // asked again and again: a wait for the navigation may begin when it is over
        await Expect(visit.Page).Not.ToHaveURLAsync(new Regex("/login"), new() { Timeout = (float)Longest.TotalMilliseconds });
        await OutputAsync(output => !output.TrimEnd().EndsWith(link, StringComparison.Ordinal));
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<AppHostProgram> StartProgramAsync(string program, string[] args)
    {
        var appHost = new AppHostProgram(program, args);
        await appHost.OutputAsync(output => Link().IsMatch(output));
        return appHost;
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
            var output = _output.ToString();
            foreach (var waiter in _awaited.Where(w => w.Wanted(output)))
            {
                waiter.Seen.TrySetResult();
            }
        }
    }

    [GeneratedRegex("http://localhost:[0-9]+/login[?]t=[0-9a-f]+")]
    private static partial Regex Link();
}
