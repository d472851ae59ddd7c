using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Pods;

/// <summary>Pod Security "restricted", and more: a user above 10000, who is nobody on the node, and a root file system that cannot be written.</summary>
internal static class SecurityContext
{
    public static Map Pod(Workload workload) => new Map
    {
        { "runAsNonRoot", true },
        { "runAsUser", new Scalar(workload.Settings.UserId).Because("setting UserId") },
        { "runAsGroup", new Scalar(workload.Settings.GroupId).Because("setting GroupId") },
        { "fsGroup", new Scalar(workload.Settings.GroupId).Because("setting GroupId: the volumes are the group's") },
        { "fsGroupChangePolicy", new Scalar("OnRootMismatch").Because("changing the owner of every upload would slow the start of each pod") },
        { "seccompProfile", new Map { { "type", "RuntimeDefault" } } },
    }.Because("Pod Security Standards, 'restricted'");

    public static Map Container() => new Map
    {
        { "allowPrivilegeEscalation", false },
        { "capabilities", new Map { { "drop", new Sequence("ALL") } } },
        { "privileged", false },
        { "readOnlyRootFilesystem", true },
    }.Because("Pod Security Standards, 'restricted'; the root file system cannot be written");
}
