using RegressionAnalyzer.Manifests.Trees;

namespace RegressionAnalyzer.Manifests.RawCharts;

/// <summary>What the expressions of a raw template may name.</summary>
internal sealed record RawValues(Map Chart, Map Values, string File)
{
    private const string Known = ".Values.<path>, .Chart.Name, .Chart.Version, .Chart.AppVersion, .Release.Name, .Release.Namespace, `text`, each with | int, | int64, | quote, | toString, | default <text>, | b64enc, | lower or | trim";

    /// <summary>The value of the expression between <c>{{</c> and <c>}}</c>.</summary>
    public Scalar Evaluate(string expression, int line)
    {
        var trimmed = expression.Trim().Trim('-').Trim();
        if (trimmed is ['`', .. var literal, '`'] && !literal.Contains('`', StringComparison.Ordinal))
            return new Scalar(literal);
        var stages = trimmed.Split('|', StringSplitOptions.TrimEntries);
        var value = Look(stages[0]);
        foreach (var filter in stages.Skip(1))
            value = Apply(filter, value) ?? throw Unknown(expression, line);
        return value ?? throw Unknown(expression, line);
    }

    private Scalar? Look(string path) => path switch
    {
        ".Chart.Name" => new Scalar(Chart.Text("name") ?? ""),
        ".Chart.Version" => new Scalar(Chart.Text("version") ?? ""),
        ".Chart.AppVersion" => new Scalar(Chart.Text("appVersion") ?? ""),
        ".Release.Name" or ".Release.Namespace" => new Scalar(Chart.Text("name") ?? ""),
        _ when path.StartsWith(".Values.", StringComparison.Ordinal) => Values.Find(path.Split('.').Skip(2)) as Scalar,
        _ => null,
    };

    private static Scalar? Apply(string filter, Scalar? value)
    {
        if (filter.StartsWith("default ", StringComparison.Ordinal))
            return value is null || value.IsEmpty ? new Scalar(filter["default ".Length..].Trim().Trim('"')) : value;
        if (value is null)
            return null;
        return filter switch
        {
            "int" or "int64" => new Scalar(long.TryParse(value.Text, out var number) ? number : 0),
            "quote" or "toString" => new Scalar(value.Kind == ScalarKind.Null ? "" : value.Text),
            "b64enc" => new Scalar(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value.Text))),
            "lower" => new Scalar(value.Text.ToLowerInvariant()),
            "trim" => new Scalar(value.Text.Trim()),
            _ => null,
        };
    }

    private ManifestException Unknown(string expression, int line) =>
        new($"{File}, line {line}: the expression '{{{{{expression}}}}}' cannot be read, or has no value in {RawChart.ValuesFile}. Known: {Known}.");
}
