using k8s;

namespace RegressionAnalyzer.Manifests;

/// <summary>How to reach a cluster, and how far to go there.</summary>
public sealed record ClusterOptions
{
    /// <summary>
    /// The cluster. Null: the kubeconfig of <see cref="KubeConfig"/> or, inside a pod, the cluster the pod is in.
    /// </summary>
    public KubernetesClientConfiguration? Cluster { get; init; }

    /// <summary>Path of a kubeconfig, or several as in <c>KUBECONFIG</c>. Null: as kubectl finds it (<c>KUBECONFIG</c>, then <c>~/.kube/config</c>).</summary>
    public string? KubeConfig { get; init; }

    /// <summary>Context of the kubeconfig. Null: its current one.</summary>
    public string? Context { get; init; }

    /// <summary>Another namespace than the manifests'.</summary>
    public string? Namespace { get; init; }

    /// <summary>Asks the API server to check everything and to keep nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>How long to wait for pods to be ready, or to be gone.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait for one answer of the API server.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Asked before anything is changed, with one sentence that names the cluster and the namespace. Null: nobody is asked.</summary>
    public Func<string, bool>? Confirm { get; init; }

    /// <summary>Gets a line for each step, for a person who waits.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What a deployment takes besides.</summary>
public sealed record DeployOptions
{
    public ClusterOptions Cluster { get; init; } = new();

    /// <summary>
    /// Values of secret keys, which go to the cluster and nowhere else. A key that is not here, or empty, stays in the cluster as it is.
    /// </summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Takes over fields that another manager owns, rather than to stop and name them.</summary>
    public bool TakeOver { get; init; }
}

/// <summary>What <see cref="ClusterDeployer.DestroyAsync"/> takes besides.</summary>
public sealed record DestroyOptions
{
    public ClusterOptions Cluster { get; init; } = new();

    /// <summary>Whether the claims go too, and with them what users uploaded, and the namespace.</summary>
    public bool RemoveVolumes { get; init; }
}
