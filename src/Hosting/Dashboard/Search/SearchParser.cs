namespace Aspire.Hosting.Dashboard.Search;

/// <summary>
/// Reads what a person types:
/// <code>
/// search  = group { "OR" group }
/// group   = { [ "-" | "!" | "NOT" ] ( "(" search ")" | term ) }        each of them must match
/// term    = value | field ":" ( value | "=" value | "*" | [ "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ] value | [ value ] ".." [ value ] )
/// value   = word | quoted, where \" and \\ stand for the characters themselves
/// </code>
/// </summary>
internal sealed class SearchParser
{
    private const int MaxLength = 4096;
    private const int MaxDepth = 32;

    private readonly string _text;
    private int _at;
    private int _depth;

    private SearchParser(string text) => _text = text;

    /// <summary>An empty text finds everything.</summary>
    /// <exception cref="SearchException">It cannot be read.</exception>
    public static SearchTerm Parse(string? text)
    {
        if (text?.Length > MaxLength)
            throw new SearchException($"A search has up to {MaxLength} characters.", MaxLength);

        var parser = new SearchParser(text ?? "");
        var term = parser.ReadSearch();
        return parser._at == parser._text.Length ? term : throw new SearchException("There is no ( for this ).", parser._at);
    }

    private SearchTerm ReadSearch()
    {
        var groups = new List<SearchTerm> { ReadGroup() };
        while (TakeWord("OR") is { } or)
        {
            if (IsNothing(groups[^1]))
                throw new SearchException("OR needs something before it.", or);
            groups.Add(ReadGroup());
            if (IsNothing(groups[^1]))
                throw new SearchException("OR needs something after it.", or);
        }

        return groups.Count == 1 ? groups[0] : new SearchTerm.Any(groups);
    }

    private SearchTerm ReadGroup()
    {
        var terms = new List<SearchTerm>();
        while (!AtEnd() && _text[_at] != ')' && !IsWord("OR"))
        {
            if (TakeWord("AND") is null)
                terms.Add(ReadNegatable());
        }

        return terms.Count == 1 ? terms[0] : new SearchTerm.All(terms);
    }

    private SearchTerm ReadNegatable()
    {
        var start = _at;
        if (TakeWord("NOT") is not null || Take('-') || Take('!'))
        {
            if (AtEnd() || _text[_at] == ')')
                throw new SearchException("There is nothing to exclude.", start);
            return new SearchTerm.Not(Nested(start, ReadNegatable));
        }

        if (!Take('('))
            return ReadTerm();

        var inner = Nested(start, ReadSearch);
        if (IsNothing(inner))
            throw new SearchException("There is nothing in the parentheses.", start);
        return !AtEnd() && Take(')') ? inner : throw new SearchException("The ) for this ( is missing.", start);
    }

    private SearchTerm Nested(int start, Func<SearchTerm> read)
    {
        if (++_depth > MaxDepth)
            throw new SearchException("This is nested too deeply.", start);
        var term = read();
        _depth--;
        return term;
    }

    private SearchTerm ReadTerm()
    {
        var start = _at;
        var isQuoted = _text[_at] == '"';
        var word = ReadValue(":");
        if (_at == _text.Length || _text[_at] != ':')
            return new SearchTerm.Text(word);

        if (word.Length == 0)
            throw new SearchException(isQuoted ? "A field has a name." : "A field's name comes before the colon; a colon to search for stands in quotes.", start);

        _at++;
        return new SearchTerm.Field(word, ReadTest(word));
    }

    private FieldTest ReadTest(string field)
    {
        if (Take('='))
            return new FieldTest.Exactly(Operand.Of(ReadRequired(field)));
        if (Take('>'))
            return new FieldTest.Compare(Take('=') ? Comparison.GreaterOrEqual : Comparison.Greater, Operand.Of(ReadRequired(field)));
        if (Take('<'))
            return new FieldTest.Compare(Take('=') ? Comparison.LessOrEqual : Comparison.Less, Operand.Of(ReadRequired(field)));

        var start = _at;
        var isQuoted = _at < _text.Length && _text[_at] == '"';
        var value = ReadValue("");
        if (isQuoted)
            return new FieldTest.Is(Operand.Of(value));
        if (value.Length == 0)
            throw new SearchException($"A value of '{field}' is missing; {field}:* finds any.", start);
        return value == "*" ? new FieldTest.Exists() : RangeOrValue(value, start);
    }

    private static FieldTest RangeOrValue(string value, int start)
    {
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return new FieldTest.Is(Operand.Of(value));

        var (from, to) = (value[..dots], value[(dots + 2)..]);
        return from.Length + to.Length > 0
            ? new FieldTest.Between(from.Length == 0 ? null : Operand.Of(from), to.Length == 0 ? null : Operand.Of(to))
            : throw new SearchException("A range has a beginning, an end, or both.", start);
    }

    private string ReadRequired(string field)
    {
        var start = _at;
        var isQuoted = _at < _text.Length && _text[_at] == '"';
        return ReadValue("") is var value && (value.Length > 0 || isQuoted) ? value : throw new SearchException($"A value to compare '{field}' with is missing.", start);
    }

    /// <summary>To the next blank or parenthesis, or to the closing quote.</summary>
    private string ReadValue(string alsoEndsAt)
    {
        if (_at < _text.Length && _text[_at] == '"')
            return ReadQuoted();

        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('(' or ')' or '"') && !alsoEndsAt.Contains(_text[_at], StringComparison.Ordinal))
            _at++;
        return _text[start.._at];
    }

    private string ReadQuoted()
    {
        var start = _at++;
        var value = new System.Text.StringBuilder();
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '"')
            {
                _at++;
                return value.ToString();
            }

            if (_text[_at] == '\\' && _at + 1 < _text.Length && _text[_at + 1] is '"' or '\\')
                _at++;
            value.Append(_text[_at]);
        }

        throw new SearchException("The closing quote is missing.", start);
    }

    private bool AtEnd()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at == _text.Length;
    }

    private bool Take(char expected)
    {
        var isThere = _at < _text.Length && _text[_at] == expected;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>In capitals, so that somebody can still look for "or".</summary>
    private bool IsWord(string word) => !AtEnd() && _text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal)
        && (_at + word.Length == _text.Length || char.IsWhiteSpace(_text[_at + word.Length]) || _text[_at + word.Length] is '(' or ')');

    /// <summary>Where it was.</summary>
    private int? TakeWord(string word)
    {
        if (!IsWord(word))
            return null;

        var start = _at;
        _at += word.Length;
        return start;
    }

    private static bool IsNothing(SearchTerm term) => term is SearchTerm.All { Terms.Count: 0 };
}
