using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Formulas;

/// <summary>
/// Reads a model in R's notation: <c>y ~ x + I(x^2) + log(z) + a:b + a*b + . - c - 1</c>. Names with blanks or signs stand in backticks.
/// </summary>
internal sealed class FormulaReader
{
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly TableColumn? _weights;
    private readonly FormulaWords _words;
    private readonly ExpressionReader _expressions;
    private bool _hasOthers;

    private FormulaReader(IReadOnlyList<TableColumn> columns, string formula, TableColumn? weights)
    {
        _columns = columns;
        _weights = weights;
        _words = new FormulaWords(formula);
        _expressions = new ExpressionReader(_words, columns);
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
        var target = reader._expressions.Sum();
        reader._words.Expect("~");
        var (terms, intercept) = reader.Terms(target);
        if (reader._words.Peek().Text.Length > 0)
            throw reader._words.Unexpected("'+', '-' or the end");
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
        var add = !_words.Take("-");
        do
        {
            if (_words.Peek() is { Kind: TokenKind.Number, Text: "0" or "1" } number)
            {
                _words.Take();
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
        while ((add = _words.Take("+")) || _words.Take("-"));
        // main effects before interactions, as R orders them
        return ([.. terms.OrderBy(term => term.Factors.Count)], intercept);
    }

    /// <summary><c>a*b</c> is <c>a + b + a:b</c>.</summary>
    private List<ModelTerm> Crossing(Expression target)
    {
        var terms = Interaction(target);
        while (_words.Take("*"))
        {
            var right = Interaction(target);
            terms = [.. terms, .. right, .. Products(terms, right)];
        }

        return terms;
    }

    private List<ModelTerm> Interaction(Expression target)
    {
        var terms = Factor(target);
        while (_words.Take(":"))
            terms = Products(terms, Factor(target));
        return terms;
    }

    private static List<ModelTerm> Products(List<ModelTerm> left, List<ModelTerm> right) =>
        [.. left.SelectMany(a => right.Select(b => new ModelTerm([.. a.Factors.Union(b.Factors)])))];

    private List<ModelTerm> Factor(Expression target)
    {
        if (!_words.Take("."))
            return [new ModelTerm([_expressions.Primary(categorical: true)])];
        _hasOthers = true;
        return [.. ChosenColumns.Usable(_columns, [.. target.Columns(), _weights]).Select(column => new ModelTerm([new ColumnValue(column)]))];
    }
}
