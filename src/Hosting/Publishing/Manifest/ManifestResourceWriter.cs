using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing.Manifest;

/// <summary>Writes one resource of the manifest by its kind.</summary>
internal sealed class ManifestResourceWriter(Utf8JsonWriter json, DistributedApplicationExecutionContext executionContext, string folder)
{
    public async Task WriteAsync(IResource resource, CancellationToken cancellationToken)
    {
        switch (resource)
        {
            case ParameterResource parameter:
                WriteParameter(parameter);
                break;
            case ProjectResource project:
                json.WriteStartObject(project.Name);
                json.WriteString("type", "project.v0");
                json.WriteString("path", Relative(project.GetProjectMetadata().ProjectPath));
                await WriteProcessAsync(project, cancellationToken);
                json.WriteEndObject();
                break;
            case ExecutableResource executable:
                json.WriteStartObject(executable.Name);
                json.WriteString("type", "executable.v0");
                json.WriteString("workingDirectory", Relative(executable.WorkingDirectory));
                json.WriteString("command", executable.Command);
                await WriteProcessAsync(executable, cancellationToken);
                json.WriteEndObject();
                break;
        }
    }

    private void WriteParameter(ParameterResource parameter)
    {
        json.WriteStartObject(parameter.Name);
        json.WriteString("type", "parameter.v0");
        json.WriteString("value", $"{{{parameter.Name}.inputs.value}}");
        json.WriteStartObject("inputs");
        json.WriteStartObject("value");
        json.WriteString("type", "string");
        if (parameter.Secret)
        {
            json.WriteBoolean("secret", true);
        }
        else if (parameter.Default is not null)
        {
            json.WriteStartObject("default");
            json.WriteString("value", parameter.Value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private async Task WriteProcessAsync(IResource resource, CancellationToken cancellationToken)
    {
        var arguments = await resource.CollectArgumentsAsync(executionContext, cancellationToken);
        if (arguments.Count > 0)
        {
            json.WriteStartArray("args");
            for (var i = 0; i < arguments.Count; i++)
            {
                json.WriteStringValue(ManifestText.Of(arguments[i], $"The argument {i + 1} of '{resource.Name}'"));
            }

            json.WriteEndArray();
        }

        var variables = await PublishedVariables.CollectAsync(
            resource, PublishedPort.Of(resource), dashboard: null, executionContext, cancellationToken);
        if (variables.Count > 0)
        {
            json.WriteStartObject("env");
            foreach (var (name, value) in variables)
            {
                json.WriteString(name, ManifestText.Of(value, $"The variable {name} of '{resource.Name}'"));
            }

            json.WriteEndObject();
        }

        WriteBindings([.. resource.Annotations.OfType<EndpointAnnotation>()]);
    }

    private void WriteBindings(List<EndpointAnnotation> endpoints)
    {
        if (endpoints.Count == 0)
        {
            return;
        }

        json.WriteStartObject("bindings");
        foreach (var endpoint in endpoints)
        {
            json.WriteStartObject(endpoint.Name);
            json.WriteString("scheme", endpoint.UriScheme);
            json.WriteString("protocol", endpoint.Protocol.ToString().ToLowerInvariant());
            json.WriteString("transport", endpoint.Transport);
            WriteNumber("port", endpoint.Port);
            WriteNumber("targetPort", endpoint.TargetPort);
            if (endpoint.IsExternal)
            {
                json.WriteBoolean("external", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteNumber(string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    /// <summary>With '/' on every system, so that the manifest is the same on all of them.</summary>
    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
