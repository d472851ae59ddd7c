using System.Text.RegularExpressions;

namespace RegressionAnalyzer.Hosting.Tests.Pipelines;

/// <summary>What a person reads while the pipeline runs.</summary>
public sealed partial class ConsoleTests
{
    [Fact]
    public async Task Steps_tasks_logs_and_the_summary_are_plain_lines_that_line_up()
    {
        var run = await PipelineProcess.RunStepAsync("third");

        Assert.Equal(
            """
            first   done (N ms)
            second  counting to 2
            second  counted to two (N ms)
            second  done (N ms)
            third   three in a row (N ms)

              Result  two

            """,
            Durations().Replace(run.Output, "(N ms)"));
    }

    [Fact]
    public async Task The_level_decides_what_is_logged()
    {
        var debug = await PipelineProcess.RunStepAsync("third", "--log-level", "Debug");
        var error = await PipelineProcess.RunStepAsync("third", "--log-level=error");

        Assert.Contains("second  details for those who ask", debug.Lines);
        Assert.DoesNotContain("second  counting to 2", error.Lines);
    }

    [Fact]
    public async Task A_warning_is_marked_as_one_and_does_not_fail()
    {
        var run = await PipelineProcess.RunStepAsync("says-warning");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("says-warning  warning: one finding (", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tree_of_steps_shows_what_comes_before_what()
    {
        var run = await PipelineProcess.RunAsync(["--list-steps", "true"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            """
            publish                   Writes the artifacts of every environment.
            ├─ publish-prereq         Comes before anything is published.
            └─ publish-k8s            Writes a Helm chart.
               └─ publish-prereq      Comes before anything is published.

            """,
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tree_can_begin_at_one_step()
    {
        var run = await PipelineProcess.RunAsync(["--list-steps", "--step", "third"]);

        Assert.Equal(["third", "├─ second", "│  └─ first", "└─ first"], run.Lines);
    }

    [GeneratedRegex(@"\(\d+ ms\)")]
    private static partial Regex Durations();
}
