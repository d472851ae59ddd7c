using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;

namespace Aspire.Hosting;

/// <summary>The command line as configuration that knows which of its keys nobody has asked for.</summary>
internal sealed class CommandLineSource(string[] args, IDictionary<string, string> shortNames) : IConfigurationSource
{
    /// <summary>Keys that the host reads before this source is asked.</summary>
    private static readonly string[] OfTheHost = ["environment", "contentRoot", "applicationName", "urls"];

    private Provider? _provider;

    public IEnumerable<string> Unread => _provider?.Unread ?? [];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => _provider = new Provider(args, shortNames);

    private sealed class Provider(string[] args, IDictionary<string, string> shortNames) : CommandLineConfigurationProvider(args, shortNames)
    {
        private readonly HashSet<string> _read = new(OfTheHost, StringComparer.OrdinalIgnoreCase);

        /// <summary>Top-level keys only: what has a section belongs to somebody who may read it later.</summary>
        public IEnumerable<string> Unread => Data.Keys.Where(k => !k.Contains(':', StringComparison.Ordinal) && !_read.Contains(k));

        public override bool TryGet(string key, out string? value)
        {
            var found = base.TryGet(key, out value);
            if (found)
            {
                lock (_read)
                {
                    _read.Add(key);
                }
            }

            return found;
        }
    }
}
