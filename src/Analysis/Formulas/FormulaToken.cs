namespace RegressionAnalyzer.Analysis.Formulas;

internal enum TokenKind
{
    End,
    Name,
    Number,
    Sign,
}

/// <summary>A word of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The word, without backticks; empty at the end.</param>
/// <param name="Position">Where it starts in the formula, counted from 0.</param>
/// <param name="Quoted">Whether it stood in backticks.</param>
internal sealed record FormulaToken(TokenKind Kind, string Text, int Position, bool Quoted = false)
{
    private const string Signs = "~+-*/^:().";
    private const int MaxLength = 10_000;

    /// <summary>The words, the last of which is the end.</summary>
    public static IReadOnlyList<FormulaToken> Split(string formula)
    {
        if (formula.Length > MaxLength)
            throw new FormulaException($"The formula is longer than {MaxLength} characters.");
        var tokens = new List<FormulaToken>();
        var at = 0;
        while (at < formula.Length)
        {
            if (char.IsWhiteSpace(formula[at]))
            {
                at++;
                continue;
            }

            var token = Next(formula, at);
            tokens.Add(token);
            at += token.Text.Length + (token.Quoted ? 2 : 0);
        }

        tokens.Add(new FormulaToken(TokenKind.End, "", formula.Length));
        return tokens;
    }

    /// <summary>The names of columns in a formula: those that no parenthesis makes a function's.</summary>
    public static IEnumerable<string> Columns(string formula)
    {
        var tokens = Split(formula);
        return tokens.Where((token, at) => token.Kind == TokenKind.Name && (token.Quoted || tokens[at + 1].Text != "(")).Select(token => token.Text);
    }

    private static FormulaToken Next(string formula, int at)
    {
        var first = formula[at];
        if (first == '`')
        {
            var end = formula.IndexOf('`', at + 1);
            return end > at + 1
                ? new FormulaToken(TokenKind.Name, formula[(at + 1)..end], at, Quoted: true)
                : throw new FormulaException($"The formula opens a backtick at character {at + 1} and does not close it around a name.", at + 1);
        }

        if (char.IsAsciiDigit(first))
            return new FormulaToken(TokenKind.Number, While(formula, at, IsOfNumber), at);
        if (char.IsLetter(first) || first == '_' || (first == '.' && at + 1 < formula.Length && char.IsLetter(formula[at + 1])))
            return new FormulaToken(TokenKind.Name, While(formula, at, IsOfName), at);
        if (Signs.Contains(first))
            return new FormulaToken(TokenKind.Sign, first.ToString(), at);
        throw new FormulaException($"The formula has '{first}' at character {at + 1}, which means nothing in one. Put names with such characters in backticks.", at + 1);
    }

    private static bool IsOfName(string text, int at) => char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.';

    private static bool IsOfNumber(string text, int at) =>
        char.IsAsciiDigit(text[at]) || text[at] is '.' || (text[at] is 'e' or 'E' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '-'))
        || (text[at] == '-' && text[at - 1] is 'e' or 'E');

    private static string While(string text, int start, Func<string, int, bool> belongs)
    {
        var end = start + 1;
        while (end < text.Length && belongs(text, end))
            end++;
        return text[start..end];
    }
}
