using System.Globalization;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Formulas;

/// <summary>Reads what is computed with numbers: <c>log(x) + 2 * z^2</c>.</summary>
internal sealed class ExpressionReader(FormulaWords words, IReadOnlyList<TableColumn> columns)
{
    private const int MaxDepth = 50;

    private int _depth;

    /// <summary>Numbers, columns and functions, added and multiplied.</summary>
    public Expression Sum()
    {
        var left = Product();
        while (words.Peek().Text is "+" or "-")
            left = new Operation(words.Take().Text[0], left, Product());
        return left;
    }

    private Expression Product()
    {
        var left = Power();
        while (words.Peek().Text is "*" or "/")
            left = new Operation(words.Take().Text[0], left, Power());
        return left;
    }

    private Expression Power()
    {
        if (words.Take("-"))
            return new Negation(Power());
        var value = Primary(categorical: false);
        return words.Take("^") ? new Operation('^', value, Power()) : value;
    }

    /// <summary>A number, a column or a function.</summary>
    /// <param name="categorical">Whether the column may hold categories.</param>
    public Expression Primary(bool categorical)
    {
        if (++_depth > MaxDepth)
            throw new FormulaException($"The formula is nested more than {MaxDepth} deep.");
        var token = words.Take();
        Expression value = token.Kind switch
        {
            TokenKind.Number => Number(token),
            TokenKind.Name when words.Peek().Text == "(" && !token.Quoted => Function(token),
            TokenKind.Name => new ColumnValue(Column(token.Text, categorical)),
            TokenKind.Sign when token.Text == "(" && !categorical => Parentheses(),
            _ => throw words.Unexpected("a column's name, a number or a function", token),
        };
        _depth--;
        return value;
    }

    private Constant Number(FormulaToken token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new Constant(value)
            : throw words.Unexpected("a number", token);

    private Call Function(FormulaToken name)
    {
        if (name.Text != "I" && !Call.Functions.ContainsKey(name.Text))
        {
            throw new FormulaException(
                $"The formula calls '{name.Text}', which there is not. There are: I, {string.Join(", ", Call.Functions.Keys)}.");
        }

        words.Expect("(");
        var argument = Sum();
        words.Expect(")");
        return new Call(name.Text, argument);
    }

    private Call Parentheses()
    {
        var inner = Sum();
        words.Expect(")");
        return new Call("", inner);
    }

    private TableColumn Column(string name, bool categorical)
    {
        var column = columns.FirstOrDefault(column => column.Name == name)
            ?? throw new UnknownColumnException(name, [.. columns.Select(column => column.Name)]);
        if (column.Type is ColumnType.Numeric or ColumnType.Date || (categorical && column.Type == ColumnType.Categorical))
            return column;
        throw new UnsuitableColumnException($"The formula computes with '{name}', which is {ChosenColumns.InWords(column)}.", name);
    }
}
