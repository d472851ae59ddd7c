namespace RegressionAnalyzer.Manifests.Verification.Rules;

/// <summary>One demand on manifests.</summary>
internal abstract class Rule(RuleDescription description)
{
    public RuleDescription Description { get; } = description;

    public abstract void Check(ManifestSet set, RuleFindings findings);
}

/// <summary>A demand on each object alone.</summary>
internal abstract class ObjectRule(RuleDescription description) : Rule(description)
{
    public sealed override void Check(ManifestSet set, RuleFindings findings)
    {
        foreach (var item in set.Objects)
            Check(item, set, findings);
    }

    protected abstract void Check(KubernetesObject item, ManifestSet set, RuleFindings findings);
}

/// <summary>A demand on the fields of a type, wherever they stand.</summary>
internal abstract class FieldRule(RuleDescription description) : Rule(description)
{
    public sealed override void Check(ManifestSet set, RuleFindings findings)
    {
        foreach (var item in set.Objects)
        {
            foreach (var field in item.Fields)
                Check(field, set, findings);
        }
    }

    protected abstract void Check(Schema.TypedPlace field, ManifestSet set, RuleFindings findings);
}

/// <summary>A demand on the pods that objects make.</summary>
internal abstract class PodRule(RuleDescription description) : Rule(description)
{
    public sealed override void Check(ManifestSet set, RuleFindings findings)
    {
        foreach (var pod in set.Pods)
            Check(pod, set, findings);
    }

    protected abstract void Check(PodTemplate pod, ManifestSet set, RuleFindings findings);
}

/// <summary>A demand on each container, init and ephemeral ones included.</summary>
internal abstract class ContainerRule(RuleDescription description) : Rule(description)
{
    public sealed override void Check(ManifestSet set, RuleFindings findings)
    {
        foreach (var container in set.Pods.SelectMany(p => p.AllContainers))
            Check(container, findings);
    }

    protected abstract void Check(ContainerPlace container, RuleFindings findings);
}
