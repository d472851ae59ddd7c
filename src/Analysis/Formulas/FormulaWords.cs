namespace RegressionAnalyzer.Analysis.Formulas;

/// <summary>The words of a formula, taken one after the other.</summary>
internal sealed class FormulaWords(string formula)
{
    private readonly IReadOnlyList<FormulaToken> _tokens = FormulaToken.Split(formula);
    private int _at;

    /// <summary>The next one.</summary>
    public FormulaToken Peek() => _tokens[_at];

    /// <summary>Takes it.</summary>
    public FormulaToken Take() => _tokens[_at++];

    /// <summary>Takes it where it is a sign.</summary>
    /// <returns>Whether it was.</returns>
    public bool Take(string sign)
    {
        if (Peek() is not { Kind: TokenKind.Sign } token || token.Text != sign)
            return false;
        _at++;
        return true;
    }

    public void Expect(string sign)
    {
        if (!Take(sign))
            throw Unexpected($"'{sign}'");
    }

    public FormulaException Unexpected(string wanted, FormulaToken? found = null)
    {
        var token = found ?? Peek();
        var what = token.Text.Length == 0 ? "ends" : $"has '{token.Text}'";
        return new FormulaException($"The formula '{formula}' {what} at character {token.Position + 1}, where {wanted} should be.", token.Position + 1);
    }
}
