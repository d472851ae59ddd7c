namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

/// <summary>A request or limit that every container is to have; init containers run alone and briefly, and are left out as polaris does.</summary>
internal abstract class ResourceMissing(RuleDescription description, string list, string resource) : ContainerRule(description)
{
    protected sealed override void Check(ContainerPlace container, RuleFindings findings)
    {
        var place = container["resources"][list][resource];
        var isOfPod = container.Pod.Spec["resources"][list][resource].Exists;
        if (!container.IsInit && !place.Exists && !isOfPod && !(list == "requests" && container["resources"]["limits"][resource].Exists))
            findings.Add(place, $"the container '{container.Name}' has no {(list == "requests" ? "request" : "limit")} of {resource}", $"add resources.{list}.{resource}");
    }
}
