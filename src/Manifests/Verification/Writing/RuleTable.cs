using System.Text;

namespace RegressionAnalyzer.Manifests.Verification.Writing;

/// <summary>The list of rules for a person.</summary>
internal static class RuleTable
{
    public static string Write(IReadOnlyList<RuleDescription> rules, int width)
    {
        var output = new StringBuilder();
        foreach (var origin in rules.GroupBy(r => r.Origin))
        {
            output.Append(origin.Key.Title()).Append('\n');
            foreach (var rule in origin)
            {
                output.Append("  ").Append(rule.Id).Append(rule.IsOptional ? $" ({Label(rule)}, off by default)" : $" ({Label(rule)})").Append('\n');
                foreach (var line in TextWrap.Lines($"{rule.Demand}. {rule.Reason}", width - 4).Concat(Also(rule, width - 4)))
                    output.Append("    ").Append(line).Append('\n');
            }

            output.Append('\n');
        }

        return output.Append($"{rules.Count} rules, {rules.Count(r => r.IsOptional)} of them off by default.\n").ToString();
    }

    private static string Label(RuleDescription rule) => rule.Severity == Severity.Info ? "hint" : rule.Severity.ToString().ToLowerInvariant();

    private static IEnumerable<string> Also(RuleDescription rule, int width) =>
        rule.AlsoKnownAs.Count == 0 ? [] : TextWrap.Lines($"Also known as {string.Join(", ", rule.AlsoKnownAs)}.", width);
}
