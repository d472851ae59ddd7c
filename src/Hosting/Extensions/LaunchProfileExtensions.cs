using System.Text;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What a launch profile means for a project resource: its URLs are endpoints, its variables and arguments are the first of the process.</summary>
internal static class LaunchProfileExtensions
{
    private const string ProfileVariable = "DOTNET_LAUNCH_PROFILE";

    public static IResourceBuilder<ProjectResource> WithLaunchProfile(this IResourceBuilder<ProjectResource> builder, string name, LaunchProfile profile)
    {
        foreach (var url in profile.ApplicationUrl?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            builder.WithUrlOf(name, url);
        }

        if (builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
        {
            return builder;
        }

        var arguments = Split(profile.CommandLineArgs ?? "");
        return builder
            .WithEnvironment(context =>
            {
                context.EnvironmentVariables[ProfileVariable] = name;
                foreach (var (variable, value) in profile.EnvironmentVariables)
                {
                    context.EnvironmentVariables[variable] = Environment.ExpandEnvironmentVariables(value);
                }
            })
            .WithArgs(context => arguments.ForEach(context.Args.Add));
    }

    /// <summary>Words between blanks; quotes keep blanks together, a backslash keeps a quote.</summary>
    internal static List<string> Split(string commandLine)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var (isQuoted, isWord) = (false, false);
        for (var i = 0; i < commandLine.Length; i++)
        {
            var character = commandLine[i];
            if (character == '\\' && i + 1 < commandLine.Length && commandLine[i + 1] == '"')
            {
                word.Append(commandLine[++i]);
            }
            else if (character == '"')
            {
                (isQuoted, isWord) = (!isQuoted, true);
            }
            else if (char.IsWhiteSpace(character) && !isQuoted)
            {
                Flush();
            }
            else
            {
                word.Append(character);
            }
        }

        Flush();
        return words;

        void Flush()
        {
            if (isWord || word.Length > 0)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            isWord = false;
        }
    }

    /// <summary>Published, the ports of a developer's machine mean nothing.</summary>
    private static void WithUrlOf(this IResourceBuilder<ProjectResource> builder, string profile, string url)
    {
        // Kestrel's wildcards are no host names.
        if (!Uri.TryCreate(url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri))
        {
            throw new DistributedApplicationException(
                $"The launch profile '{profile}' of '{builder.Resource.Name}' has the URL '{url}'; it must be like http://localhost:5000.");
        }

        var isFirst = !builder.Resource.Annotations.OfType<EndpointAnnotation>().Any(e => e.Name == uri.Scheme);
        var port = builder.ApplicationBuilder.ExecutionContext.IsPublishMode || uri.Port == 0 ? null : (int?)uri.Port;
        builder.WithEndpoint(port, scheme: uri.Scheme, name: isFirst ? uri.Scheme : $"{uri.Scheme}-{uri.Port}");
    }
}
