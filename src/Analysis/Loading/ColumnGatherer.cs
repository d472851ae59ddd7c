using System.Globalization;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Learns a column piece by piece.</summary>
internal sealed class ColumnGatherer(string name, int index, ColumnReading reading, IReadOnlyList<string> columns, Dialect dialect)
{
    private const int SampleValues = 5;

    /// <summary>A row of a wide table is shown by its first columns.</summary>
    private const int ContextColumns = 50;

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _levels = [];
    private readonly List<string> _samples = [];
    private readonly RunningMoments _moments = new();
    private volatile Misfit? _misfit;
    private volatile DateEvidence _dates;
    private long _present;
    private long _missing;
    private long _infinite;
    private volatile Extreme? _min;
    private volatile Extreme? _max;

    public int Index => index;

    /// <summary>How it has to be read after all, when not all values fit how it was read.</summary>
    public ColumnReading Reading => _misfit is { } misfit ? reading.After(misfit, _present > 0, dialect.DecimalMark) : reading;

    /// <summary>Whether it has more labels than are kept.</summary>
    public bool Overflowed { get; private set; }

    private ColumnKind Kind => reading.Kind;

    private ColumnType Type => _present == 0 ? ColumnType.Empty : Kind.IsNumber ? ColumnType.Numeric : Kind.Date is not null ? ColumnType.Date : Overflowed ? ColumnType.Text : ColumnType.Categorical;

    private int ContextFields => Math.Min(ContextColumns, columns.Count);

    /// <summary>What a piece tells; on any thread.</summary>
    /// <param name="block">The piece.</param>
    /// <param name="distinct">The thread's counters, one for each column.</param>
    public ColumnPart Look(ParsedBlock block, DistinctCounter[] distinct)
    {
        var missing = block.Missing[index];
        if (Kind.IsLabel)
            return new ColumnPart { Missing = missing, Infinite = 0, Labels = block.Labels[index] };
        var values = block.Rows.Numbers[index].AsSpan(0, block.Rows.Rows);
        var facts = ColumnFacts.Of(values, missing);
        distinct[index].Add(values);
        return new ColumnPart
        {
            Missing = missing,
            Infinite = block.Infinite[index],
            // nor is a line counted for a value that is not the table's first
            Misfit = _misfit is null && block.Misfits[index] is var (value, row) ? new Misfit(Kind, value, block.Chunk.LineAt(block.RowStarts[row])) : null,
            Dates = Kind.Date?.Other is not null && _dates < DateEvidence.ThisOnly ? DateFormat.Evidence(values) : default,
            Facts = facts,
            // a value that does not beat those of earlier pieces needs no context; what is known here is never ahead of them
            Min = facts.Count > 0 && !(facts.Min >= _min?.Value) ? ExtremeAt(block, values.IndexOf(facts.Min)) : null,
            Max = facts.Count > 0 && !(facts.Max <= _max?.Value) ? ExtremeAt(block, values.IndexOf(facts.Max)) : null,
        };
    }

    /// <summary>Takes in what the next piece tells.</summary>
    public void Join(ColumnPart part, long firstRow, int rows)
    {
        _misfit ??= part.Misfit;
        _missing += part.Missing;
        _infinite += part.Infinite;
        _present += rows - part.Missing;
        Overflowed |= part.Labels is { IsOverflowed: true };
        if (Kind.IsLabel)
            return;
        if (part.Dates > _dates)
            _dates = part.Dates;
        _moments.Add(part.Facts);
        if (part.Min is { } min && !(min.Value >= _min?.Value))
            _min = min with { Row = firstRow + min.Row };
        if (part.Max is { } max && !(max.Value <= _max?.Value))
            _max = max with { Row = firstRow + max.Row };
    }

    /// <summary>Replaces a piece's own numbers for labels by the column's.</summary>
    public void Renumber(RowBlock rows, LabelTable? labels)
    {
        if (labels is null)
            return;
        var map = labels.Labels.Select(CodeOf).ToArray();
        foreach (ref var code in rows.Codes[index].AsSpan(0, rows.Rows))
            code = code >= 0 ? map[code] : code;
    }

    /// <summary>Takes distinct values from the first rows to show.</summary>
    public void Show(string[][] rows)
    {
        foreach (var row in rows)
        {
            if (_samples.Count < SampleValues && !Missing.Is(row[index]) && !_samples.Contains(row[index]))
                _samples.Add(row[index]);
        }
    }

    public IEnumerable<string> Warnings()
    {
        if (_dates == DateEvidence.Either)
            yield return $"All dates of column '{name}' fit {Kind.Date!.Name} as well as {Kind.Date.Other!.Name}, and are read as {Kind.Date.Name}. Write them as year-month-day if that is wrong.";
        if (_infinite > 0)
            yield return $"Column '{name}' has {_infinite} {(_infinite == 1 ? "value that is infinite or beyond 1.8e308; it counts" : "values that are infinite or beyond 1.8e308; they count")} as missing.";
        if (_moments.Overflowed)
            yield return $"Column '{name}' has values that are too large to be squared or added up, so its mean, range or standard deviation is not given. Bring it in a larger unit.";
    }

    /// <param name="sample">Rows of the table.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="distinct">How many different values of a column were counted while it was read, for a table that is not in the sample whole.</param>
    /// <param name="place">Says where a line of the file is.</param>
    public TableColumn ToColumn(RowSample sample, long rows, Func<int, long> distinct, Func<long, string> place) => new(
        name, index, Type, rows - _missing, _missing, Type == ColumnType.Categorical ? _levels : [], Distinct(sample, rows, distinct), Extremes(),
        Kind.IsNumber ? Quartiles.Of(sample.Block.Numbers[index].AsSpan(0, sample.Block.Rows)) : null, _samples)
    {
        Stray = Stray(sample, place),
    };

    private string? Stray(RowSample sample, Func<long, string> place)
    {
        var codes = Kind.IsLabel ? sample.Block.Codes[index].AsSpan(0, sample.Block.Rows) : [];
        return StrayValues.FirstOf(reading.Misfits, _levels, codes, dialect.DecimalMark) is { } stray ? StrayValues.Warning(stray, name, place(stray.Line), Type) : null;
    }

    private long Distinct(RowSample sample, long rows, Func<int, long> distinct) => Kind.IsLabel ? _levels.Count
        : sample.Block.Rows == rows ? DistinctValues.Count(sample.Block.Numbers[index].AsSpan(0, sample.Block.Rows))
        : distinct(index);

    private MinMax? Extremes() => Kind.IsNumber && _min is { } min && _max is { } max
        ? new MinMax(name, min.Value, max.Value, min.Row, max.Row, Context(min), Context(max), double.IsFinite(max.Value - min.Value) ? max.Value - min.Value : null, _moments.Mean, _moments.StandardDeviation)
        : null;

    private Extreme ExtremeAt(ParsedBlock block, int row) =>
        new(block.Rows.Numbers[index]![row], row, block.FieldsOf(row, dialect.Delimiter, ContextFields));

    private Dictionary<string, string?> Context(Extreme extreme)
    {
        var context = new Dictionary<string, string?>();
        for (var column = 0; column < extreme.Context.Length; column++)
            context.Add(columns[column], extreme.Context[column].Length == 0 ? null : extreme.Context[column]);
        context.TryAdd(name, extreme.Value.ToString("R", CultureInfo.InvariantCulture));
        return context;
    }

    private int CodeOf(string label)
    {
        if (_codes.TryGetValue(label, out var code))
            return code;
        if (_levels.Count >= LabelTable.MaxLabels)
        {
            Overflowed = true;
            return LabelTable.Overflow;
        }

        _codes.Add(label, code = _levels.Count);
        _levels.Add(label);
        return code;
    }
}
