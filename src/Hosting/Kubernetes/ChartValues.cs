using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing.Yaml;

namespace Aspire.Hosting.Kubernetes;

/// <summary>What <c>values.yaml</c> holds: <c>parameters</c>, <c>secrets</c> and <c>config</c>, each by resource. Asking for a value adds it.</summary>
internal sealed class ChartValues
{
    private readonly Section _parameters = new("parameters");
    private readonly Section _secrets = new("secrets");
    private readonly Section _config = new("config");

    /// <summary>An image or a port.</summary>
    /// <returns>The path to say after <c>.Values</c>.</returns>
    public string Parameter(IResource resource, string name, string value) => _parameters.Add(resource, name, value);

    /// <summary>A secret is published without its value; a parameter with its value when the model says that it may be.</summary>
    public string Parameter(IResource user, ParameterResource parameter) => parameter.Secret
        ? _secrets.Add(user, parameter.Name, "")
        : _config.Add(user, parameter.Name, parameter.Default is null ? "" : parameter.Value);

    public string Setting(IResource resource, string variable, string value) => _config.Add(resource, variable, value);

    public YamlMap ToYaml() => new()
    {
        { "parameters", _parameters.ToYaml() },
        { "secrets", _secrets.ToYaml() },
        { "config", _config.ToYaml() },
    };

    private sealed class Section(string name)
    {
        private readonly Dictionary<string, Dictionary<string, string>> _byResource = [];

        public string Add(IResource resource, string key, string value)
        {
            var owner = ChartNames.ValueKey(resource.Name);
            if (!_byResource.TryGetValue(owner, out var values))
            {
                _byResource[owner] = values = [];
            }

            var free = ChartNames.ValueKey(key);
            while (!values.TryAdd(free, value) && values[free] != value)
            {
                // A variable and a parameter, or two parameters, that differ only in what Go's templates cannot say.
                free += "_";
            }

            return $".Values.{name}.{owner}.{free}";
        }

        public YamlMap ToYaml()
        {
            var section = new YamlMap();
            foreach (var (owner, values) in _byResource)
            {
                var map = new YamlMap();
                foreach (var (key, value) in values)
                {
                    map.Add(key, value);
                }

                section.Add(owner, map);
            }

            return section;
        }
    }
}
