using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Makes the command that starts one replica: program, arguments and environment with every value in its place.</summary>
internal sealed class ReplicaLaunch(
    ProcessEnvironment environment, ProjectOutput projects, ParameterWaits parameters, ResourceLoggerService logs, DistributedApplicationExecutionContext executionContext)
{
    /// <exception cref="DistributedApplicationException">There is no such program, the project does not build, or an endpoint does not exist.</exception>
    public async Task<ProcessCommand> PrepareAsync(IResource resource, string replicaId, ReplicaPorts ports, CancellationToken cancellationToken)
    {
        var logger = logs.GetLogger(replicaId);
        var variables = environment.Create(resource, replicaId);
        foreach (var (name, value) in await resource.CollectEnvironmentAsync(executionContext, cancellationToken, logger))
        {
            variables[name] = value;
        }

        var arguments = await resource.CollectArgumentsAsync(executionContext, cancellationToken, logger);
        await parameters.WaitAsync(resource, replicaId, [.. variables.Values, .. arguments], cancellationToken);

        var resolver = new ValueResolver(resource, ports);
        var resolvedVariables = new Dictionary<string, string>(variables.Count);
        foreach (var (name, value) in variables)
        {
            resolvedVariables[name] = value is OwnUrls urls ? urls.With(ports) : await resolver.ResolveAsync(value, cancellationToken) ?? "";
        }

        var resolvedArguments = new List<string>(arguments.Count);
        foreach (var argument in arguments)
        {
            if (await resolver.ResolveAsync(argument, cancellationToken) is { } text)
            {
                resolvedArguments.Add(text);
            }
        }

        return resource switch
        {
            ProjectResource project => await ForProjectAsync(project, replicaId, resolvedArguments, resolvedVariables, cancellationToken),
            ExecutableResource executable => new ProcessCommand(ExecutableFile.Find(executable), resolvedArguments, executable.WorkingDirectory, resolvedVariables),
            _ => throw new InvalidOperationException($"'{resource.Name}' is not a process, but of the type {resource.GetType().Name}."),
        };
    }

    /// <summary>In the project's folder, as <c>dotnet run</c> does, so that its appsettings and relative paths are found.</summary>
    private async Task<ProcessCommand> ForProjectAsync(
        ProjectResource project, string replicaId, List<string> arguments, Dictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var output = await projects.GetAsync(project, replicaId, cancellationToken);
        return new ProcessCommand(ProgramPath.Dotnet, [output, .. arguments], ProjectOutput.FolderOf(project.GetProjectMetadata()), variables);
    }
}
