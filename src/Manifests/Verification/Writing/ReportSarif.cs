using System.Text.Json;

namespace RegressionAnalyzer.Manifests.Verification.Writing;

/// <summary>SARIF 2.1.0 (docs.oasis-open.org/sarif): one run, the rules that found something, a result for each finding, exempted ones suppressed.</summary>
internal static class ReportSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static string Write(VerifyReport report)
    {
        var findings = report.Findings.Concat(report.Exempted).ToList();
        var rules = findings.Select(f => f.Rule).DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        return JsonFile.Write(writer =>
        {
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            writer.WriteStartObject();
            Tool(writer, rules);
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.WriteStartArray("results");
            foreach (var finding in findings)
                Result(writer, finding, rules.FindIndex(r => r.Id == finding.Rule.Id));
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    private static void Tool(Utf8JsonWriter writer, List<RuleDescription> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "regression-analyzer verify");
        writer.WriteString("version", typeof(ReportSarif).Assembly.GetName().Version?.ToString(3));
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            Message(writer, "shortDescription", rule.Demand + ".");
            Message(writer, "fullDescription", rule.Reason);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", Level(rule.Severity));
            writer.WriteEndObject();
            writer.WriteStartObject("properties");
            writer.WriteStartArray("tags");
            writer.WriteStringValue(rule.Origin.Title());
            foreach (var also in rule.AlsoKnownAs)
                writer.WriteStringValue(also);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter writer, Finding finding, int ruleIndex)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule.Id);
        writer.WriteNumber("ruleIndex", ruleIndex);
        writer.WriteString("level", Level(finding.Severity));
        Message(writer, "message", $"{Where(finding)}{finding.Message}. Mend: {finding.Mend}.");
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        Location(writer, finding);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (finding.Exemption is { } reason)
        {
            writer.WriteStartArray("suppressions");
            writer.WriteStartObject();
            writer.WriteString("kind", "inSource");
            writer.WriteString("justification", reason);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", Uri(finding.File));
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", Math.Max(1, finding.Line));
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (finding.Subject.Length == 0)
            return;
        writer.WriteStartArray("logicalLocations");
        writer.WriteStartObject();
        writer.WriteString("fullyQualifiedName", finding.Path.Length == 0 ? finding.Subject : $"{finding.Subject}:{finding.Path}");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string Uri(string file) => (file.StartsWith('/') ? "file://" : "") + string.Join('/', file.Split('/').Select(System.Uri.EscapeDataString));

    private static string Where(Finding finding) => finding.Path.Length == 0 ? "" : $"{finding.Path}: ";

    private static void Message(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
