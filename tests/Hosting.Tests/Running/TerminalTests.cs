using System.Diagnostics;
using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>With a person at a terminal: colours, a table, and a question for what is missing.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData("plain", true)]
    [InlineData("secret", false)]
    public async Task A_missing_value_is_asked_for_and_a_secret_one_is_not_shown(string kind, bool isShown)
    {
        Assert.SkipUnless(ProgramPath.Find("script", "/") is not null, "There is no 'script' (util-linux) to make a terminal with.");
        using var terminal = Start($"dotnet '{typeof(Projects.Hosting_TestAppHost).Assembly.Location}' --Replicas=1 --Ask={kind}");
        List<string> seen = [];

        await UntilAsync(terminal, seen, "Value of");
        await terminal.StandardInput.WriteAsync("sesame\r".AsMemory(), Started.Cancellation);
        await terminal.StandardInput.FlushAsync(Started.Cancellation);
        await UntilAsync(terminal, seen, AppHostProgram.Ready);

        // Ctrl+C as the terminal sends it.
        await terminal.StandardInput.WriteAsync("\u0003".AsMemory(), Started.Cancellation);
        await terminal.StandardInput.FlushAsync(Started.Cancellation);
        await terminal.WaitForExitAsync(Started.Cancellation).WaitAsync(Started.Longest, Started.Cancellation);

        var text = string.Concat(seen);
        Assert.Contains("waits for the parameter 'greeting', which has no value.", text, StringComparison.Ordinal);
        Assert.Contains("╭", text, StringComparison.Ordinal);
        Assert.Contains("\u001b[", text, StringComparison.Ordinal);
        Assert.Equal(isShown, text.Contains("sesame", StringComparison.Ordinal));
    }

    private static Process Start(string command)
    {
        var start = Interruptible.Start("script", "-qfec", command, "/dev/null");
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["COLUMNS"] = "200";
        return Process.Start(start)!;
    }

    private static async Task UntilAsync(Process terminal, List<string> seen, string text)
    {
        var buffer = new char[4096];
        while (!string.Concat(seen).Contains(text, StringComparison.Ordinal))
        {
            var read = await terminal.StandardOutput.ReadAsync(buffer.AsMemory(), Started.Cancellation).AsTask().WaitAsync(Started.Longest, Started.Cancellation);
            Assert.True(read > 0, $"It ended before '{text}' came:\n{string.Concat(seen)}");
            seen.Add(new string(buffer, 0, read));
        }
    }
}
