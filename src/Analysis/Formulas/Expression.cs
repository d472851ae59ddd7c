using RegressionAnalyzer.Analysis.Loading;
using RegressionAnalyzer.Analysis.Regression;

namespace RegressionAnalyzer.Analysis.Formulas;

/// <summary>A number for each row, made from its columns. Written out it is the term's name.</summary>
internal abstract record Expression
{
    /// <summary>Sums, products and whole powers keep twice the digits of a double: a rounded x¹⁰ would cost a hard polynomial its last digits.</summary>
    public abstract DoubleDouble At(RowBlock block, int row);

    /// <summary>The columns it is made from.</summary>
    public abstract IEnumerable<TableColumn> Columns();

    /// <summary>Whether there are numbers, zero or negative ones, for which it is none.</summary>
    public virtual bool IsPartial => false;
}

internal sealed record ColumnValue(TableColumn Column) : Expression
{
    public override DoubleDouble At(RowBlock block, int row) => block.Numbers[Column.Index]![row];

    public override IEnumerable<TableColumn> Columns() => [Column];

    public override string ToString() => Column.Name;
}

internal sealed record Constant(double Value) : Expression
{
    public override DoubleDouble At(RowBlock block, int row) => Value;

    public override IEnumerable<TableColumn> Columns() => [];

    public override string ToString() => Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record Operation(char Operator, Expression Left, Expression Right) : Expression
{
    private const int MaxWholePower = 64;

    public override DoubleDouble At(RowBlock block, int row)
    {
        var (left, right) = (Left.At(block, row), Right.At(block, row));
        return Operator switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            '/' => left / right,
            _ => Power(left, right),
        };
    }

    public override IEnumerable<TableColumn> Columns() => Left.Columns().Concat(Right.Columns());

    public override bool IsPartial => Left.IsPartial || Right.IsPartial || Operator switch
    {
        '/' => Right is not Constant { Value: not 0 },
        '^' => Right is not Constant { Value: >= 0 } power || power.Value != Math.Floor(power.Value),
        _ => false,
    };

    public override string ToString() => Operator == '^' ? $"{Left}^{Right}" : $"{Left} {Operator} {Right}";

    private static DoubleDouble Power(DoubleDouble value, DoubleDouble exponent)
    {
        if (exponent.High is < 0 or > MaxWholePower || exponent.High != Math.Floor(exponent.High))
            return Math.Pow((double)value, (double)exponent);
        DoubleDouble power = 1;
        for (var times = 0; times < exponent.High; times++)
            power *= value;
        return power;
    }
}

internal sealed record Negation(Expression Inner) : Expression
{
    public override DoubleDouble At(RowBlock block, int row) => -Inner.At(block, row);

    public override IEnumerable<TableColumn> Columns() => Inner.Columns();

    public override bool IsPartial => Inner.IsPartial;

    public override string ToString() => $"-{Inner}";
}

/// <summary>Parentheses, kept for the name, and R's <c>I(…)</c> and functions.</summary>
internal sealed record Call(string Function, Expression Argument) : Expression
{
    public static readonly IReadOnlyDictionary<string, Func<double, double>> Functions = new Dictionary<string, Func<double, double>>(StringComparer.Ordinal)
    {
        ["log"] = Math.Log,
        ["log10"] = Math.Log10,
        ["log2"] = Math.Log2,
        ["log1p"] = value => Math.Abs(value) < 1e-5 ? value - value * value / 2 + value * value * value / 3 : Math.Log(1 + value),
        ["exp"] = Math.Exp,
        ["sqrt"] = Math.Sqrt,
        ["abs"] = Math.Abs,
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
    };

    public override DoubleDouble At(RowBlock block, int row)
    {
        var value = Argument.At(block, row);
        return Functions.TryGetValue(Function, out var function) ? function((double)value) : value;
    }

    public override IEnumerable<TableColumn> Columns() => Argument.Columns();

    public override bool IsPartial => Argument.IsPartial || Function is "log" or "log10" or "log2" or "log1p" or "sqrt";

    public override string ToString() => $"{Function}({Argument})";
}
