using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Aspire.Hosting;

namespace RegressionAnalyzer.Hosting.Tests.PublicApi;

/// <summary>What the model may use is used by an example, and does there what the official documentation says.</summary>
public sealed class ExampleTests
{
    /// <summary>The nodes of a Compose file are not the model's but the file's: a model sets those few that the publisher cannot know.</summary>
    private const string Nodes = "Aspire.Hosting.Docker.Resources";

    [Fact]
    public async Task What_a_program_may_ask_of_a_model_and_a_running_application_is_answered_as_documented()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ExamplePath("Observer")]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var answers = output.Split('\n').Where(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..].TrimEnd());
        Assert.True(process.ExitCode == 0, output);
        Assert.Equal(await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "PublicApi", "observed.txt"), TestContext.Current.CancellationToken), answers);
    }

    [Fact]
    public void Every_member_that_the_model_may_use_is_used_by_an_example()
    {
        var used = new HashSet<MemberInfo>(new[] { "Everything", "Observer", "Pipeline" }.SelectMany(e => Used(Assembly.LoadFrom(ExamplePath(e)))));
        used.UnionWith(Used(typeof(ExampleTests).Assembly).Where(m => m.DeclaringType!.Namespace == "Aspire.Hosting.Testing"));
        var sources = string.Concat(Directory.GetFiles(ExamplesFolder(), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        var unused = PublicSurface.Members(typeof(DistributedApplication).Assembly)
            .Where(m => PublicApiTests.Official.Contains(m.Line) && !m.Line.StartsWith(Nodes, StringComparison.Ordinal) && !IsUsed(m.Member, used, sources))
            .Select(m => m.Line);
        var all = string.Join('\n', unused);

        Assert.True(all.Length == 0, $"No example uses:\n{all}");
    }

    /// <summary>Constructors are the host's to call, except of what a model makes; the compiler leaves no trace of a constant but its value.</summary>
    private static bool IsUsed(MemberInfo member, HashSet<MemberInfo> used, string sources) => member switch
    {
        ConstructorInfo => true,
        FieldInfo { IsLiteral: true } constant => sources.Contains($"{constant.DeclaringType!.Name}.{constant.Name}", StringComparison.Ordinal)
            || sources.Contains($"GetValues<{constant.DeclaringType.Name}>", StringComparison.Ordinal),
        PropertyInfo property => property.GetAccessors().Any(used.Contains),
        _ => used.Contains(member),
    };

    /// <summary>The members of other assemblies that a compiled one refers to, as they are declared.</summary>
    private static IEnumerable<MemberInfo> Used(Assembly example)
    {
        const int MemberReferences = 0x0A000000;
        var anything = new[] { typeof(IDisposable), typeof(IDisposable) };
        for (var token = MemberReferences + 1; ; token++)
        {
            MemberInfo? member;
            try
            {
                member = example.ManifestModule.ResolveMember(token, anything, anything);
            }
            catch (ArgumentOutOfRangeException)
            {
                yield break;
            }

            if (member?.DeclaringType is { } type)
            {
                yield return type.IsConstructedGenericType ? type.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(member) : member;
            }
        }
    }

    private static string ExamplePath(string name) => Path.Combine(AppContext.BaseDirectory, $"RegressionAnalyzer.Examples.{name}.dll");

    private static string ExamplesFolder([CallerFilePath] string file = "") => Path.GetFullPath("../../examples", Path.GetDirectoryName(file)!);
}
