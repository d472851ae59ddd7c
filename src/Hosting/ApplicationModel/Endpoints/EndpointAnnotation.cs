using System.Diagnostics;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A port that a resource listens on.</summary>
[DebuggerDisplay("{Name} {UriScheme} {Port} -> {TargetPort}")]
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private readonly TaskCompletionSource<AllocatedEndpoint> _allocated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _targetPort;

    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="uriScheme">The scheme of its URL; <c>tcp</c> or <c>udp</c> when not given.</param>
    /// <param name="transport"><c>http</c>, <c>http2</c> or <c>tcp</c>; follows from the scheme when not given.</param>
    /// <param name="name">The scheme when not given.</param>
    /// <param name="port">The port others connect to; any free one when not given.</param>
    /// <param name="targetPort">The port the process listens on.</param>
    /// <param name="isExternal">Whether it is reachable from outside the environment it is published to.</param>
    /// <param name="isProxied">Whether a proxy listens on <paramref name="port"/> and forwards to the process; yes when not given.</param>
    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? (protocol == ProtocolType.Udp ? "udp" : "tcp");
        Transport = transport ?? (UriScheme is "http" or "https" ? "http" : "tcp");
        Name = name ?? UriScheme;
        ValidatePort(port, nameof(port));
        ValidatePort(targetPort, nameof(targetPort));
        Port = port;
        _targetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied ?? true;
    }

    public string Name { get; set; }

    public ProtocolType Protocol { get; set; }

    public int? Port { get; set; }

    /// <summary>The port the process listens on; without a proxy that is the port others connect to.</summary>
    public int? TargetPort
    {
        get => _targetPort ?? (IsProxied ? null : Port);
        set => _targetPort = value;
    }

    public string UriScheme { get; set; }

    public string Transport { get; set; }

    public string TargetHost { get; set; } = "localhost";

    public bool IsExternal { get; set; }

    public bool IsProxied { get; set; }

    /// <summary>The variable that tells the process its port, such as <c>PORT</c>.</summary>
    internal string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Where the endpoint was put when the application ran; null before.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => _allocated.Task.IsCompletedSuccessfully ? _allocated.Task.Result : null;
        set => _allocated.TrySetResult(value ?? throw new ArgumentNullException(nameof(value)));
    }

    internal Task<AllocatedEndpoint> WaitForAllocationAsync(CancellationToken cancellationToken) => _allocated.Task.WaitAsync(cancellationToken);

    internal void RefuseAllocation(string reason) => _allocated.TrySetException(new DistributedApplicationException(reason));

    private void ValidatePort(int? port, string parameter)
    {
        if (port is < 1 or > 65535)
        {
            throw new ArgumentOutOfRangeException(parameter, $"The endpoint '{Name}' cannot have the port {port}. Give it one from 1 to 65535, or none for any that is free.");
        }
    }
}
