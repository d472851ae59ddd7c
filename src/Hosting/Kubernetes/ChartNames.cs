using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Kubernetes;

/// <summary>The one place where names in the chart are made.</summary>
internal static class ChartNames
{
    /// <summary>RFC 1123 labels, which services, labels and containers are named by.</summary>
    private const int LongestLabel = 63;

    private const int LongestPortName = 15;

    public static string Deployment(IResource resource) => Object(resource, "deployment");

    public static string Service(IResource resource) => Object(resource, "service");

    public static string Config(IResource resource) => Object(resource, "config");

    public static string Secrets(IResource resource) => Object(resource, "secrets");

    public static string Claim(IResource resource, string volume) => Object(resource, $"{volume}-pvc");

    public static string Container(IResource resource) => resource.Name.ToLowerInvariant();

    public static string Volume(ContainerMountAnnotation mount)
    {
        var name = Label(mount.Source ?? mount.Target);
        return name.Length is > 0 and <= LongestLabel
            ? name
            : throw new DistributedApplicationException(
                $"The volume '{mount.Source ?? mount.Target}' cannot be named in Kubernetes: at most {LongestLabel} lower-case letters, digits and hyphens.");
    }

    /// <summary>Service port names are at most 15 lower-case letters, digits and hyphens (RFC 6335); the port's number keeps shortened ones apart.</summary>
    public static string Port(PublishedPort port)
    {
        var name = Label(port.Endpoint.Name);
        return name.Length <= LongestPortName ? name : $"{name[..(LongestPortName - 6)].TrimEnd('-')}-{port.ExposedPort}";
    }

    /// <summary>A name that <c>.Values.a.b</c> can say: Go's templates take letters, digits and underscores.</summary>
    public static string ValueKey(string name)
    {
        var key = string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
            }
        });
        return key.Length > 0 && char.IsAsciiDigit(key[0]) ? $"_{key}" : key;
    }

    private static string Object(IResource resource, string kind)
    {
        var name = $"{resource.Name.ToLowerInvariant()}-{kind}";
        return name.Length <= LongestLabel
            ? name
            : throw new DistributedApplicationException(
                $"The name '{resource.Name}' is too long for Kubernetes: '{name}' has {name.Length} characters of {LongestLabel}. Give the resource a shorter one.");
    }

    private static string Label(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')).Trim('-');
}
