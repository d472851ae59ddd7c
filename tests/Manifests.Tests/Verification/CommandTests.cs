using System.Text.Json;
using RegressionAnalyzer.Manifests.Verification;
using RegressionAnalyzer.Manifests.Verification.Command;

namespace RegressionAnalyzer.Manifests.Tests.Verification;

/// <summary>The command as a person types it.</summary>
public sealed class CommandTests
{
    private const string Good = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: prod}\n";
    private const string Bad = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A_B, namespace: prod}\n";

    [Fact]
    public void Without_a_path_it_verifies_what_was_published()
    {
        using var folder = TemporaryFolder.WithChart();
        ManifestFinisher.Finish(folder.Path, Sample.Settings);
        var (code, output, _) = Run([], defaultPath: folder.Path);
        Assert.Equal(0, code);
        Assert.Contains("11 objects in ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Good, 0)]
    [InlineData(Bad, 1)]
    public void The_standard_input_is_verified_and_findings_are_the_exit_code(string text, int exitCode) => Assert.Equal(exitCode, Run(["-"], input: text).Code);

    [Fact]
    public void The_report_goes_to_a_file_and_the_table_to_the_console()
    {
        using var folder = new TemporaryFolder();
        var (code, output, _) = Run(["-", "--format=sarif", "--output", folder.In("report.sarif")], input: Bad);
        Assert.Equal(1, code);
        Assert.Contains("object-name", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(folder.Read("report.sarif"));
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public void The_report_of_a_program_is_all_there_is_on_the_console()
    {
        using var json = JsonDocument.Parse(Run(["-", "--format", "json"], input: Bad).Output);
        Assert.True(json.RootElement.GetProperty("failed").GetBoolean());
    }

    [Fact]
    public void The_rules_are_listed_all_or_by_a_part_of_their_id()
    {
        var (code, all, _) = Run(["--rules"]);
        Assert.Equal(0, code);
        Assert.All(ManifestVerifier.Rules, rule => Assert.Contains($"\n  {rule.Id} (", all, StringComparison.Ordinal));
        var some = Run(["--rules", "container-image-tag"]).Output;
        Assert.Contains("latest-tag", some, StringComparison.Ordinal);
        Assert.Contains("1 rules", some, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_turned_off_and_on()
    {
        Assert.Equal(0, Run(["-", "--disable", "object-name"], input: Bad).Code);
        Assert.Equal(0, Run(["-", "--disable", "api-server"], input: Bad).Code);
        Assert.Equal(1, Run(["-", "--enable", "required-label-owner", "--level", "info"], input: Good).Code);
        Assert.Equal(0, Run(["-", "--enable", "required-label-owner", "--level", "error"], input: Good).Code);
    }

    [Fact]
    public void The_release_is_a_setting()
    {
        var text = "apiVersion: storage.k8s.io/v1\nkind: VolumeAttributesClass\nmetadata: {name: a}\ndriverName: a.example.com\n";
        Assert.Equal(1, Run(["-", "--kubernetes", "1.33"], input: text).Code);
        Assert.Equal(0, Run(["-", "--kubernetes", "1.34"], input: text).Code);
    }

    [Theory]
    [InlineData("There is no file or folder 'nowhere'.", "nowhere")]
    [InlineData("There is no argument '--speed'.", "--speed")]
    [InlineData("--format needs a value.", "--format")]
    [InlineData("--format is 'xml'. Allowed: table, json, sarif.", "--format", "xml")]
    [InlineData("--level is '7'. Allowed: info, warning, error.", "--level", "7")]
    [InlineData("Kubernetes version '1.12' is not known. Allowed: 1.30 to 1.36.", "--kubernetes", "1.12")]
    [InlineData("There is no rule 'nonsense'.", "--disable", "nonsense")]
    [InlineData("There is no rule with 'nonsense' in its id.", "--rules", "nonsense")]
    public void A_command_that_cannot_be_meant_says_what_is_allowed(string message, params string[] args)
    {
        var (code, output, error) = Run([.. args], input: "");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(string[] args, string input = "", string defaultPath = "nowhere")
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var code = VerifyCommand.Run(args, defaultPath, new VerifyOptions(), new VerifyConsole(reader, output, error, Width: null));
        return (code, output.ToString(), error.ToString());
    }
}
