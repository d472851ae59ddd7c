using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>With a person at a terminal: colours, a table, and a question for what is missing.</summary>
public sealed class TerminalTests
{
    public TerminalTests() => Assert.SkipUnless(ProgramPath.Find("script", "/") is not null, "There is no 'script' (util-linux) to make a terminal with.");

    [Theory]
    [InlineData("plain", true)]
    [InlineData("secret", false)]
    public async Task A_missing_value_is_asked_for_once_and_a_secret_one_is_not_shown(string kind, bool isShown)
    {
        using var terminal = new Terminal(columns: 200, $"--Replicas=2 --Ask={kind}");

        await terminal.UntilAsync("Value of greeting: ");
        await terminal.TypeAsync("sesame\r");
        await terminal.UntilAsync(AppHostProgram.Ready);
        await terminal.InterruptAsync();

        Assert.Equal(2, terminal.Text.Split("waits for the parameter 'greeting', which has no value.").Length);
        Assert.Contains("╭", terminal.Text, StringComparison.Ordinal);
        Assert.Contains("\u001b[", terminal.Raw, StringComparison.Ordinal);
        Assert.Equal(isShown, terminal.Text.Contains("sesame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_stays_below_what_happens_meanwhile_and_keeps_what_was_typed()
    {
        using var terminal = new Terminal(columns: 60, "--Dashboard=yes --Replicas=1 --Ask=plain --Crashing=yes");
        await terminal.UntilAsync("Value of greeting: ");

        await terminal.TypeAsync("ses");
        await terminal.UntilAsync("Value of greeting: ses");
        var soFar = terminal.Text.Length;
        await terminal.UntilAsync("crashing: ended with exit code 5; starts again", soFar);
        await terminal.UntilAsync("Value of greeting: ses", soFar);
        await terminal.TypeAsync("ame\r");
        await terminal.UntilAsync(AppHostProgram.Ready);
        await terminal.InterruptAsync();

        // 32 digits of the link are more than the terminal is wide, and nothing breaks them.
        Assert.Matches("dashboard: http://localhost:[0-9]+/login\\?t=[0-9a-f]{32}\r", terminal.Text);
    }
}
