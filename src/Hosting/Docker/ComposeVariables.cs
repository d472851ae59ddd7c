using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Docker;

/// <summary>The variables that <c>.env</c> gives a value. Asking for one adds it.</summary>
internal sealed class ComposeVariables
{
    private readonly List<ComposeVariable> _all = [];

    public IReadOnlyList<ComposeVariable> All => _all;

    /// <summary>A secret is listed without its value; a parameter with its value when the model says that it may be published.</summary>
    /// <returns>The placeholder, such as <c>${LOG_LEVEL}</c>.</returns>
    public string Parameter(ParameterResource parameter) => Add(new ComposeVariable(
        NameOf(parameter.Name),
        parameter.Secret || parameter.Default is null ? "" : parameter.Value,
        parameter.Description ?? $"The parameter '{parameter.Name}'.",
        parameter.Secret ? ComposeVariableKind.Secret : ComposeVariableKind.Parameter,
        parameter));

    public string Image(IResource resource, string image) => Add(new ComposeVariable(
        $"{NameOf(resource.Name)}_IMAGE", image, $"The image of {resource.Name}.", ComposeVariableKind.OfTheModel, resource));

    public string Image(string service, string image, string description) =>
        Add(new ComposeVariable($"{NameOf(service)}_IMAGE", image, description, ComposeVariableKind.OfTheModel, service));

    public string Port(IResource resource, string suffix, int port) => Add(new ComposeVariable(
        $"{NameOf(resource.Name)}{suffix}", FormattableString.Invariant($"{port}"), $"The port that {resource.Name} listens on in its container.",
        ComposeVariableKind.OfTheModel, resource));

    /// <summary>A folder of the host: where it is, is for whoever deploys to say.</summary>
    public string BindMount(IResource resource, int number, ContainerMountAnnotation mount) => Add(new ComposeVariable(
        FormattableString.Invariant($"{NameOf(resource.Name)}_BINDMOUNT_{number}"), mount.Source!, $"The folder of the host that {resource.Name} sees as {mount.Target}.",
        ComposeVariableKind.Parameter, mount));

    private static string NameOf(string name) => name.Replace('-', '_').ToUpperInvariant();

    private string Add(ComposeVariable variable)
    {
        if (_all.Find(v => v.Name == variable.Name) is not { } known)
        {
            _all.Add(variable);
        }
        else if (!Equals(known.Owner, variable.Owner))
        {
            throw new DistributedApplicationException(
                $"'{known.Owner}' and '{variable.Owner}' would both be the variable {variable.Name} of the Compose file. Give one of them another name.");
        }

        return $"${{{variable.Name}}}";
    }
}

/// <param name="Owner">Whose value it is: two owners of one name are a mistake.</param>
internal sealed record ComposeVariable(string Name, string Value, string Description, ComposeVariableKind Kind, object Owner);

internal enum ComposeVariableKind
{
    /// <summary>Follows from the model: every publish writes it anew.</summary>
    OfTheModel,

    /// <summary>Belongs to whoever deploys: a value that was filled in stays.</summary>
    Parameter,

    /// <summary>As a parameter, and never written by us.</summary>
    Secret,
}
