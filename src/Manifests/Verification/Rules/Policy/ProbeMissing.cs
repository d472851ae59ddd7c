namespace RegressionAnalyzer.Manifests.Verification.Rules.Policy;

/// <summary>A probe that the containers of a pod that serves are to have.</summary>
internal abstract class ProbeMissing(RuleDescription description, string probe, string mend) : PodRule(description)
{
    protected sealed override void Check(PodTemplate pod, ManifestSet set, RuleFindings findings)
    {
        foreach (var container in pod.Containers.Where(c => !pod.IsBatch && !c[probe].Exists))
            findings.Add(container[probe], $"the container '{container.Name}' has no {probe}", mend);
    }
}
