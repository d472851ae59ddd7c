namespace RegressionAnalyzer.Manifests.Verification.Rules.Decoding;

internal sealed class UnknownKind() : ObjectRule(new("unknown-kind", RuleOrigin.Decoding, Severity.Error)
{
    Demand = "The kind is one of its API group and version",
    Reason = "The API server has no such resource and refuses the object.",
    AlsoKnownAs = ["kube-linter/schema-validation"],
})
{
    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        if (item.Type is null && KindCatalog.IsBuiltIn(item.Group) && ApiHistory.RemovalOf(item) is null)
            findings.Add(item.Root["kind"], $"there is no kind '{item.Kind}' in '{item.ApiVersion}'", Suggestion(item));
    }

    private static string Suggestion(KubernetesObject item)
    {
        (string Group, string Version)[] known =
        [
            ("", "v1"), ("apps", "v1"), ("batch", "v1"), ("autoscaling", "v2"), ("policy", "v1"), ("networking.k8s.io", "v1"),
            ("rbac.authorization.k8s.io", "v1"), ("storage.k8s.io", "v1"), ("scheduling.k8s.io", "v1"), ("apiextensions.k8s.io", "v1"),
        ];
        var match = known.FirstOrDefault(k => KindCatalog.Find(k.Group, k.Version, item.Kind) is not null);
        return match.Version is null ? "check the spelling of kind and apiVersion" : $"write apiVersion: {(match.Group.Length == 0 ? "" : match.Group + "/")}{match.Version}";
    }
}
