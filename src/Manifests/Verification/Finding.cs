namespace RegressionAnalyzer.Manifests.Verification;

/// <summary>One place where a rule is broken.</summary>
public sealed record Finding
{
    public required RuleDescription Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary><c>Kind/name</c>, or <c>Kind/namespace/name</c> where the manifest names a namespace; empty for a file that could not be read.</summary>
    public required string Subject { get; init; }

    /// <summary>The field, such as <c>spec.template.spec.containers[0].image</c>; empty for the whole object.</summary>
    public required string Path { get; init; }

    /// <summary>The file as it was given, with '/' as divider.</summary>
    public required string File { get; init; }

    /// <summary>Counted from 1; 0 where it is not known.</summary>
    public required int Line { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Mend { get; init; }

    /// <summary>The reason given by an annotation for leaving it as it is. Null: not exempted.</summary>
    public string? Exemption { get; init; }
}
