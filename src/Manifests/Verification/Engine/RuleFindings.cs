namespace RegressionAnalyzer.Manifests.Verification.Engine;

/// <summary>Collects what one rule finds; what is exempted is kept apart, with the reason.</summary>
internal sealed class RuleFindings(RuleDescription rule, Exemptions exemptions, FindingStore store)
{
    /// <summary>The field is wrong.</summary>
    public void Add(Place place, string message, string mend) => Add(place, rule.Severity, message, mend);

    public void Add(Place place, Severity severity, string message, string mend)
    {
        var exemption = exemptions.ReasonFor(rule, place.Owner);
        store.Add(new Finding
        {
            Rule = rule,
            Severity = severity,
            Subject = place.Owner.Title,
            Path = place.Path,
            File = place.Owner.File,
            Line = place.Line,
            Message = message,
            Mend = mend,
            Exemption = exemption,
        });
    }

    /// <summary>The file is wrong.</summary>
    public void Add(ReadingProblem problem, string message, string mend) => store.Add(new Finding
    {
        Rule = rule,
        Severity = rule.Severity,
        Subject = "",
        Path = "",
        File = problem.File,
        Line = problem.Line,
        Message = message,
        Mend = mend,
    });
}

/// <summary>All findings, up to a number.</summary>
internal sealed class FindingStore(int most)
{
    private readonly HashSet<(string Rule, string File, int Line, string Path, string Object, string Message)> _known = [];

    public List<Finding> Findings { get; } = [];

    public int Dropped { get; private set; }

    /// <summary>The same of an aliased node is one finding.</summary>
    public void Add(Finding finding)
    {
        if (!_known.Add((finding.Rule.Id, finding.File, finding.Line, finding.Path, finding.Subject, finding.Message)))
            return;
        if (Findings.Count < most)
            Findings.Add(finding);
        else
            Dropped++;
        if (_known.Count > 2 * most)
            _known.Clear();
    }
}
