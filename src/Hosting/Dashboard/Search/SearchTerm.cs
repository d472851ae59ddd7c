namespace Aspire.Hosting.Dashboard.Search;

/// <summary>A search as a tree.</summary>
internal abstract record SearchTerm
{
    public static SearchTerm Everything { get; } = new All([]);

    /// <summary>Each of them; none is anything.</summary>
    internal sealed record All(IReadOnlyList<SearchTerm> Terms) : SearchTerm;

    internal sealed record Any(IReadOnlyList<SearchTerm> Terms) : SearchTerm;

    internal sealed record Not(SearchTerm Term) : SearchTerm;

    /// <summary>Somewhere in the record.</summary>
    internal sealed record Text(string Value) : SearchTerm;

    internal sealed record Field(string Name, FieldTest Test) : SearchTerm;
}

internal enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What a field is asked.</summary>
internal abstract record FieldTest
{
    /// <summary><c>field:*</c></summary>
    internal sealed record Exists : FieldTest;

    /// <summary><c>field:value</c>: text that contains it, a number that is it.</summary>
    internal sealed record Is(Operand Value) : FieldTest;

    /// <summary><c>field:=value</c>: exactly.</summary>
    internal sealed record Exactly(Operand Value) : FieldTest;

    internal sealed record Compare(Comparison Comparison, Operand Value) : FieldTest;

    /// <summary><c>field:from..to</c>, both included; either may be left out.</summary>
    internal sealed record Between(Operand? From, Operand? To) : FieldTest;
}
