using System.Globalization;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Formulas;

/// <summary>
/// Reads a model in R's notation: <c>y ~ x + I(x^2) + log(z) + a:b + a*b + . - c - 1</c>. Names with blanks or signs stand in backticks.
/// </summary>
internal sealed class FormulaReader
{
    private const int MaxDepth = 50;

    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly string _formula;
    private readonly IReadOnlyList<FormulaToken> _tokens;
    private readonly TableColumn? _weights;
    private int _at;
    private int _depth;
    private bool _hasOthers;

    private FormulaReader(IReadOnlyList<TableColumn> columns, string formula, TableColumn? weights)
    {
        _columns = columns;
        _formula = formula;
        _weights = weights;
        _tokens = FormulaToken.Split(formula);
    }

    /// <param name="columns">The table's.</param>
    /// <param name="formula">The text.</param>
    /// <param name="weights">What a dot leaves out too.</param>
    /// <param name="warnings">Takes what a dot leaves out as it cannot explain anything.</param>
    /// <exception cref="FormulaException">It cannot be read; the message says where.</exception>
    /// <exception cref="UnknownColumnException">It names a column that the table does not have.</exception>
    /// <exception cref="UnsuitableColumnException">It computes with a column that holds no numbers, or explains the target by itself.</exception>
    public static Model Read(IReadOnlyList<TableColumn> columns, string formula, TableColumn? weights, List<string> warnings)
    {
        var reader = new FormulaReader(columns, formula, weights);
        var target = reader.Sum();
        reader.Expect("~");
        var (terms, intercept) = reader.Terms(target);
        if (reader.Peek().Text.Length > 0)
            throw reader.Unexpected("'+', '-' or the end");
        RejectCircle(target, terms);
        var model = new Model(target, terms, intercept, weights);
        if (reader._hasOthers)
            warnings.AddRange(ChosenColumns.LeftOut(columns, model.Columns));
        return model;
    }

    /// <summary>A target of one column is not explained by what is made of it; one of several, such as a ratio, may be by one of them.</summary>
    private static void RejectCircle(Expression target, List<ModelTerm> terms)
    {
        var made = target.Columns().Distinct().ToList();
        if (made.Count > 0 && terms.FirstOrDefault(term => term.Factors.Contains(target) || (made.Count == 1 && term.Columns().Contains(made[0]))) is { } term)
        {
            throw new UnsuitableColumnException(
                $"The formula explains '{target}' by '{string.Join(':', term.Factors)}', which is made of the same column. Leave that out on the right.", made[0].Name);
        }
    }

    private (List<ModelTerm> Terms, bool Intercept) Terms(Expression target)
    {
        var terms = new List<ModelTerm>();
        var intercept = true;
        var add = !Take("-");
        do
        {
            if (Peek() is { Kind: TokenKind.Number, Text: "0" or "1" } number)
            {
                _at++;
                intercept = (number.Text == "1") == add;
            }
            else
            {
                foreach (var term in Crossing(target))
                {
                    terms.RemoveAll(present => present.IsSameAs(term.Factors));
                    if (add)
                        terms.Add(term);
                }
            }
        }
        while ((add = Take("+")) || Take("-"));
        // main effects before interactions, as R orders them
        return ([.. terms.OrderBy(term => term.Factors.Count)], intercept);
    }

    /// <summary><c>a*b</c> is <c>a + b + a:b</c>.</summary>
    private List<ModelTerm> Crossing(Expression target)
    {
        var terms = Interaction(target);
        while (Take("*"))
        {
            var right = Interaction(target);
            terms = [.. terms, .. right, .. Products(terms, right)];
        }

        return terms;
    }

    private List<ModelTerm> Interaction(Expression target)
    {
        var terms = Factor(target);
        while (Take(":"))
            terms = Products(terms, Factor(target));
        return terms;
    }

    private static List<ModelTerm> Products(List<ModelTerm> left, List<ModelTerm> right) =>
        [.. left.SelectMany(a => right.Select(b => new ModelTerm([.. a.Factors.Union(b.Factors)])))];

    private List<ModelTerm> Factor(Expression target)
    {
        if (!Take("."))
            return [new ModelTerm([Primary(categorical: true)])];
        _hasOthers = true;
        return [.. ChosenColumns.Usable(_columns, [.. target.Columns(), _weights]).Select(column => new ModelTerm([new ColumnValue(column)]))];
    }

    private Expression Sum()
    {
        var left = Product();
        while (Peek().Text is "+" or "-")
            left = new Operation(_tokens[_at++].Text[0], left, Product());
        return left;
    }

    private Expression Product()
    {
        var left = Power();
        while (Peek().Text is "*" or "/")
            left = new Operation(_tokens[_at++].Text[0], left, Power());
        return left;
    }

    private Expression Power()
    {
        if (Take("-"))
            return new Negation(Power());
        var value = Primary(categorical: false);
        return Take("^") ? new Operation('^', value, Power()) : value;
    }

    private Expression Primary(bool categorical)
    {
        if (++_depth > MaxDepth)
            throw new FormulaException($"The formula is nested more than {MaxDepth} deep.");
        var token = Peek();
        _at++;
        Expression value = token.Kind switch
        {
            TokenKind.Number => Number(token),
            TokenKind.Name when Peek().Text == "(" && !token.Quoted => Function(token),
            TokenKind.Name => new ColumnValue(Column(token.Text, categorical)),
            TokenKind.Sign when token.Text == "(" && !categorical => Parentheses(),
            _ => throw Unexpected("a column's name, a number or a function", token),
        };
        _depth--;
        return value;
    }

    private Constant Number(FormulaToken token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new Constant(value)
            : throw Unexpected("a number", token);

    private Call Function(FormulaToken name)
    {
        if (name.Text != "I" && !Call.Functions.ContainsKey(name.Text))
        {
            throw new FormulaException(
                $"The formula calls '{name.Text}', which there is not. There are: I, {string.Join(", ", Call.Functions.Keys)}.");
        }

        Expect("(");
        var argument = Sum();
        Expect(")");
        return new Call(name.Text, argument);
    }

    private Call Parentheses()
    {
        var inner = Sum();
        Expect(")");
        return new Call("", inner);
    }

    private TableColumn Column(string name, bool categorical)
    {
        var column = _columns.FirstOrDefault(column => column.Name == name)
            ?? throw new UnknownColumnException(name, [.. _columns.Select(column => column.Name)]);
        if (column.Type is ColumnType.Numeric or ColumnType.Date || (categorical && column.Type == ColumnType.Categorical))
            return column;
        throw new UnsuitableColumnException($"The formula computes with '{name}', which is {ChosenColumns.InWords(column)}.", name);
    }

    private FormulaToken Peek() => _tokens[_at];

    private bool Take(string sign)
    {
        if (Peek() is not { Kind: TokenKind.Sign } token || token.Text != sign)
            return false;
        _at++;
        return true;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
            throw Unexpected($"'{sign}'");
    }

    private FormulaException Unexpected(string wanted, FormulaToken? found = null)
    {
        var token = found ?? Peek();
        var what = token.Text.Length == 0 ? "ends" : $"has '{token.Text}'";
        return new FormulaException($"The formula '{_formula}' {what} at character {token.Position + 1}, where {wanted} should be.", token.Position + 1);
    }
}
