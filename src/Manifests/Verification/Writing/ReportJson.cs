using System.Text;
using System.Text.Json;

namespace RegressionAnalyzer.Manifests.Verification.Writing;

/// <summary>The report for a program.</summary>
internal static class ReportJson
{
    public static string Write(VerifyReport report) => JsonFile.Write(writer =>
    {
        writer.WriteString("kubernetes_version", report.Options.KubernetesVersion.ToString());
        writer.WriteString("fail_level", Text(report.Options.FailLevel));
        writer.WriteBoolean("failed", report.Failed);
        writer.WriteNumber("files", report.Files);
        writer.WriteNumber("objects", report.Objects);
        writer.WriteNumber("dropped", report.Dropped);
        All(writer, "findings", report.Findings);
        All(writer, "exempted", report.Exempted);
        writer.WriteStartArray("notes");
        foreach (var note in report.Notes)
            writer.WriteStringValue(note);
        writer.WriteEndArray();
    });

    private static void All(Utf8JsonWriter writer, string name, IReadOnlyList<Finding> findings)
    {
        writer.WriteStartArray(name);
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", finding.Rule.Id);
            writer.WriteString("origin", finding.Rule.Origin.Title());
            writer.WriteString("severity", Text(finding.Severity));
            writer.WriteString("object", finding.Subject);
            writer.WriteString("path", finding.Path);
            writer.WriteString("file", finding.File);
            if (finding.Line > 0)
                writer.WriteNumber("line", finding.Line);
            else
                writer.WriteNull("line");
            writer.WriteString("message", finding.Message);
            writer.WriteString("mend", finding.Mend);
            if (finding.Exemption is { } reason)
                writer.WriteString("exemption", reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Text(Severity severity) => severity.ToString().ToLowerInvariant();
}

/// <summary>Indented JSON with line feeds and a line feed at the end; half a surrogate pair becomes the replacement character.</summary>
internal static class JsonFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static string Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}
