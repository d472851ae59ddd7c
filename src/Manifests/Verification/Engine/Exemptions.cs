using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.Verification.Engine;

/// <summary>
/// Annotations that say a rule is broken on purpose. Ours, <c>verify.regression-analyzer/RULE: "the reason"</c>, and those of the tools whose
/// rules we have: <c>ignore-check.kube-linter.io/RULE</c>, <c>kube-linter.io/ignore-all</c>, <c>kube-score/ignore: A,B</c>,
/// <c>polaris.fairwinds.com/RULE-exempt: "true"</c>, <c>polaris.fairwinds.com/exempt: "true"</c>. On a workload or on its pod template.
/// </summary>
internal sealed class Exemptions
{
    public const string Prefix = "verify.regression-analyzer/";

    private const string KubeLinter = "ignore-check.kube-linter.io/";
    private const string KubeLinterAll = "kube-linter.io/ignore-all";
    private const string KubeScore = "kube-score/ignore";
    private const string Polaris = "polaris.fairwinds.com/";
    private const string PolarisSuffix = "exempt";

    private readonly Dictionary<KubernetesObject, IReadOnlyList<Exemption>> _byObject = [];

    /// <summary>Our annotation, for the manifests that the model publishes.</summary>
    public static Entry Annotation(string rule, string reason) => new(Prefix + rule, new Scalar(reason).Because($"verify: exempts from the rule {rule}"));

    /// <summary>The reason why an object may break a rule, or null. Remembers that the exemption had an effect.</summary>
    public string? ReasonFor(RuleDescription rule, KubernetesObject item)
    {
        if (!rule.Origin.CanBeExempted())
            return null;
        var exemption = Of(item).FirstOrDefault(e => e.Covers(rule));
        if (exemption is null)
            return null;
        exemption.WasUsed = true;
        return exemption.Reason.Length > 0 ? exemption.Reason : null;
    }

    public IReadOnlyList<Exemption> Of(KubernetesObject item)
    {
        if (!_byObject.TryGetValue(item, out var exemptions))
            _byObject[item] = exemptions = [.. Read(item.Metadata["annotations"]), .. item.Pod is { } pod && item.Kind != "Pod" ? Read(pod.Metadata["annotations"]) : []];
        return exemptions;
    }

    private static IEnumerable<Exemption> Read(Place annotations)
    {
        foreach (var (key, value) in annotations.Entries)
        {
            var text = (value.Text ?? "").Trim();
            if (key.StartsWith(Prefix, StringComparison.Ordinal))
                yield return new(value, key[Prefix.Length..], Tool: null, text, IsOurs: true);
            else if (key.StartsWith(KubeLinter, StringComparison.Ordinal))
                yield return new(value, key[KubeLinter.Length..], "kube-linter", Or(text, key));
            else if (key == KubeLinterAll)
                yield return new(value, null, "kube-linter", Or(text, key));
            else if (key == KubeScore)
            {
                foreach (var id in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    yield return new(value, id, "kube-score", $"annotation {key}");
            }
            else if (key.StartsWith(Polaris, StringComparison.Ordinal) && key.EndsWith(PolarisSuffix, StringComparison.Ordinal) && text == "true")
                yield return new(value, PolarisRule(key), "polaris", $"annotation {key}");
        }
    }

    private static string? PolarisRule(string key)
    {
        var rest = key[Polaris.Length..^PolarisSuffix.Length];
        return rest.Length == 0 ? null : rest.TrimEnd('-');
    }

    private static string Or(string text, string key) => text.Length > 0 ? text : $"annotation {key}";
}

/// <summary>One exemption.</summary>
/// <param name="Annotation">Where it stands.</param>
/// <param name="Rule">The rule's id, ours or the tool's. Null: every rule of the tool.</param>
/// <param name="Tool">The tool whose annotation it is; a rule of ours is covered when it is known there under that id.</param>
/// <param name="Reason">Empty where none is given, which exempts from nothing.</param>
internal sealed record Exemption(Place Annotation, string? Rule, string? Tool, string Reason, bool IsOurs = false)
{
    public bool WasUsed { get; set; }

    public bool Covers(RuleDescription rule)
    {
        if (Tool is null)
            return rule.Ids.Contains(Rule);
        return Rule is null ? Names(rule).Any(name => name.StartsWith(Tool + "/", StringComparison.Ordinal)) : Names(rule).Contains($"{Tool}/{Rule}");
    }

    private static IEnumerable<string> Names(RuleDescription rule) => rule.AlsoKnownAs.Prepend($"{rule.Origin.Title()}/{rule.Id}");
}
