using System.Text;

namespace RegressionAnalyzer.Manifests.Verification.Writing;

/// <summary>The report for a person: by file, worst place first to the eye, one finding in two or three lines, a summary at the end.</summary>
internal static class ReportTable
{
    private const int Narrowest = 40;
    private const int Indent = 11;

    public static string Write(VerifyReport report, int width)
    {
        width = Math.Max(width, Narrowest);
        var output = new StringBuilder();
        foreach (var file in report.Findings.GroupBy(f => f.File))
        {
            output.Append(TextWrap.Clean(file.Key)).Append('\n');
            foreach (var finding in file)
                Write(output, finding, width);
            output.Append('\n');
        }

        if (report.Exempted.Count > 0)
            WriteExempted(output, report.Exempted, width);
        foreach (var note in report.Notes)
            Paragraph(output, "note: " + TextWrap.Clean(note), 0, width);
        Paragraph(output, Summary(report), 0, width);
        return output.ToString();
    }

    private static void Write(StringBuilder output, Finding finding, int width)
    {
        var where = string.Join(' ', new[] { finding.Line > 0 ? $"line {finding.Line}" : "", finding.Subject, finding.Path }.Where(part => part.Length > 0));
        output.Append("  ").Append(Label(finding.Severity).PadRight(Indent - 2)).Append(finding.Rule.Id).Append(" (").Append(finding.Rule.Origin.Title()).Append(")\n");
        if (where.Length > 0)
            Paragraph(output, TextWrap.Clean(where), Indent, width);
        Paragraph(output, TextWrap.Sentence(finding.Message), Indent, width);
        Paragraph(output, "Mend: " + TextWrap.Clean(finding.Mend) + ".", Indent, width);
    }

    private static void WriteExempted(StringBuilder output, IReadOnlyList<Finding> exempted, int width)
    {
        output.Append("Exempted\n");
        foreach (var group in exempted.GroupBy(f => (f.Rule.Id, f.Subject, f.Exemption)))
            Paragraph(output, $"{group.Key.Id} {TextWrap.Clean(group.Key.Subject)}: {TextWrap.Clean(group.Key.Exemption!)}", 2, width);
        output.Append('\n');
    }

    private static string Summary(VerifyReport report)
    {
        var counts = $"{Number(report.Count(Severity.Error), "error")}, {Number(report.Count(Severity.Warning), "warning")}, {Number(report.Count(Severity.Info), "hint")}, {report.Exempted.Count} exempted";
        var dropped = report.Dropped > 0 ? $"; {report.Dropped} more findings not shown" : "";
        return $"{Number(report.Objects, "object")} in {Number(report.Files, "file")} against Kubernetes {report.Options.KubernetesVersion}: {counts}{dropped}.";
    }

    private static void Paragraph(StringBuilder output, string text, int indent, int width)
    {
        foreach (var line in TextWrap.Lines(text, width - indent))
            output.Append(' ', indent).Append(line).Append('\n');
    }

    private static string Label(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "hint",
    };

    private static string Number(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
