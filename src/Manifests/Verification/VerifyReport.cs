using RegressionAnalyzer.Manifests.Verification.Writing;

namespace RegressionAnalyzer.Manifests.Verification;

/// <summary>What verifying found, in the order of the files and lines.</summary>
public sealed record VerifyReport
{
    /// <summary>Findings without an exemption.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Findings that an annotation exempts, with its reason.</summary>
    public required IReadOnlyList<Finding> Exempted { get; init; }

    /// <summary>Findings above <see cref="VerifyOptions.MostFindings"/>, which were not kept.</summary>
    public required int Dropped { get; init; }

    public required int Files { get; init; }

    public required int Objects { get; init; }

    /// <summary>What was left out and why: templates of a chart, files that hold no manifest, custom resources of which no types are known.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required VerifyOptions Options { get; init; }

    public bool Failed => Dropped > 0 || Findings.Any(f => f.Severity >= Options.FailLevel);

    /// <summary>1 when <see cref="Failed"/>, otherwise 0.</summary>
    public int ExitCode => Failed ? 1 : 0;

    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);

    /// <summary>For a person: plain text, wrapped to a width.</summary>
    public string ToTable(int width = 120) => ReportTable.Write(this, width);

    /// <summary>For a program, in snake_case.</summary>
    public string ToJson() => ReportJson.Write(this);

    /// <summary>SARIF 2.1.0, which code hosts show beside the lines of a change; exempted findings are in it as suppressed.</summary>
    public string ToSarif() => ReportSarif.Write(this);
}
