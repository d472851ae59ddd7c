using System.Globalization;
using Aspire.Hosting.Dashboard.Telemetry;

namespace Aspire.Hosting.Dashboard.Search;

internal enum FieldKind
{
    Attribute,
    Duration,
    Severity,
    Time,

    /// <summary>A word and, of some, a number as well.</summary>
    Status,
}

/// <summary>A field of a record, and how values are compared with it.</summary>
internal readonly struct FieldValue
{
    private readonly FieldKind _kind;
    private readonly AttributeValue _value;
    private readonly double _number;

    private FieldValue(FieldKind kind, AttributeValue value, double number) => (_kind, _value, _number) = (kind, value, number);

    public static FieldValue Of(AttributeValue value) => new(FieldKind.Attribute, value, 0);

    public static FieldValue Of(string text) => Of(AttributeValue.Of(text));

    public static FieldValue Of(TimeSpan duration) => new(FieldKind.Duration, default, duration.TotalMilliseconds);

    public static FieldValue Of(Severity severity) => new(FieldKind.Severity, default, (double)severity);

    public static FieldValue Of(UnixTime time) => new(FieldKind.Time, default, time.Nanoseconds / 1e6);

    /// <param name="code">That of HTTP, where it has one.</param>
    public static FieldValue Of(string status, double? code) => new(FieldKind.Status, AttributeValue.Of(status), code ?? double.NaN);

    public bool Answers(FieldTest test) => test switch
    {
        FieldTest.Is @is => Is(@is.Value),
        FieldTest.Exactly exactly => IsExactly(exactly.Value),
        FieldTest.Compare compare => CompareWith(compare.Value) is { } order && compare.Comparison switch
        {
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        },
        FieldTest.Between between => (between.From is null || CompareWith(between.From) >= 0) && (between.To is null || CompareWith(between.To) <= 0),
        _ => _kind != FieldKind.Attribute || _value.Kind != AttributeKind.Empty,
    };

    private bool Is(Operand operand) => (_kind != FieldKind.Status || operand.Number is null) && _value.Kind is AttributeKind.Text or AttributeKind.List or AttributeKind.Map or AttributeKind.Bytes
        ? _value.ToString().Contains(operand.Text, StringComparison.OrdinalIgnoreCase)
        : IsExactly(operand);

    private bool IsExactly(Operand operand) =>
        CompareWith(operand) == 0 || (_kind == FieldKind.Attribute && string.Equals(_value.ToString(), operand.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when the two are not of one kind.</summary>
    private int? CompareWith(Operand operand) => _kind switch
    {
        FieldKind.Duration => Order(_number, operand.Milliseconds),
        FieldKind.Severity => Order(_number, operand.Severity is { } severity ? (double)severity : operand.Number),
        FieldKind.Time => Order(_number, operand.Time is { } time ? (time - DateTimeOffset.UnixEpoch).TotalMilliseconds : null),
        FieldKind.Status when operand.Number is { } code => double.IsNaN(_number) ? null : _number.CompareTo(code),
        _ when operand.Number is { } number => _value.TryGetNumber(out var own) ? own.CompareTo(number) : null,

        // Words have an order too, dates in ISO's form among them; but no word is more than a number.
        _ when _value.Kind == AttributeKind.Text => Math.Sign(string.Compare(_value.Text, operand.Text, CultureInfo.InvariantCulture, CompareOptions.OrdinalIgnoreCase)),
        _ => null,
    };

    private static int? Order(double value, double? operand) => operand is { } other ? value.CompareTo(other) : null;
}
