namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Learns a column block by block.</summary>
internal sealed class ColumnGatherer(string name, int index, bool numeric, IReadOnlyList<string> columns, byte delimiter)
{
    private const int SampleValues = 5;

    /// <summary>A row of a wide table is shown by its first columns.</summary>
    private const int ContextColumns = 50;

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _levels = [];
    private readonly List<string> _samples = [];
    private readonly RunningMoments _moments = new();
    private long _count;
    private long _missing;
    private long _infinite;
    private bool _overflowed;
    private (double Value, long Row, string[] Context)? _min;
    private (double Value, long Row, string[] Context)? _max;

    public void Add(ParsedBlock block)
    {
        Sample(block);
        if (numeric)
            AddNumbers(block);
        else
            AddCodes(block);
    }

    /// <summary>Replaces a block's own numbers for labels by the column's.</summary>
    public void Renumber(ParsedBlock block)
    {
        if (numeric)
            return;
        var labels = block.Labels[index]!.Labels;
        var map = new int[labels.Count];
        for (var label = 0; label < map.Length; label++)
            map[label] = CodeOf(labels[label]);
        foreach (ref var code in block.Rows.Codes[index].AsSpan(0, block.Rows.Rows))
            code = code >= 0 ? map[code] : code;
    }

    public IEnumerable<string> Warnings()
    {
        if (_infinite > 0)
            yield return $"Column '{name}' has {_infinite} values that are infinite or beyond 1.8e308; they count as missing.";
    }

    public TableColumn ToColumn() => new(name, index, Type, _count, _missing, Type == ColumnType.Categorical ? _levels : [], Extremes(), _samples);

    private ColumnType Type => _count == 0 ? ColumnType.Empty : numeric ? ColumnType.Numeric : _overflowed ? ColumnType.Text : ColumnType.Categorical;

    private MinMax? Extremes() => _min is { } min && _max is { } max
        ? new MinMax(name, min.Value, max.Value, min.Row, max.Row, Context(min.Context), Context(max.Context), max.Value - min.Value, _moments.Mean, _moments.StandardDeviation)
        : null;

    private Dictionary<string, string?> Context(string[] fields) => Enumerable.Range(0, columns.Count)
        .Where(column => column < ContextColumns || column == index)
        .ToDictionary(column => columns[column], column => fields[column].Length == 0 ? null : fields[column]);

    private void AddNumbers(ParsedBlock block)
    {
        var values = block.Rows.Numbers[index].AsSpan(0, block.Rows.Rows);
        int min = -1, max = -1, count = 0;
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (double.IsNaN(value))
                continue;
            count++;
            if (min < 0 || value < values[min])
                min = row;
            if (max < 0 || value > values[max])
                max = row;
        }

        _moments.Add(values);
        _count += count;
        _missing += values.Length - count;
        _infinite += block.Infinite[index];
        if (min >= 0 && (_min is null || values[min] < _min.Value.Value))
            _min = (values[min], block.Rows.FirstRow + min, block.FieldsOf(min, delimiter, columns.Count));
        if (max >= 0 && (_max is null || values[max] > _max.Value.Value))
            _max = (values[max], block.Rows.FirstRow + max, block.FieldsOf(max, delimiter, columns.Count));
    }

    private void AddCodes(ParsedBlock block)
    {
        Renumber(block);
        foreach (var code in block.Rows.Codes[index].AsSpan(0, block.Rows.Rows))
        {
            if (code == LabelTable.MissingCode)
                _missing++;
            else
                _count++;
            _overflowed |= code == LabelTable.Overflow;
        }
    }

    private int CodeOf(string label)
    {
        if (_codes.TryGetValue(label, out var code))
            return code;
        if (_levels.Count >= LabelTable.MaxLabels)
        {
            _overflowed = true;
            return LabelTable.Overflow;
        }

        _codes.Add(label, code = _levels.Count);
        _levels.Add(label);
        return code;
    }

    /// <summary>The first distinct values of the first block.</summary>
    private void Sample(ParsedBlock block)
    {
        if (block.Rows.FirstRow > 0)
            return;
        for (var row = 0; row < Math.Min(block.Rows.Rows, 4 * SampleValues) && _samples.Count < SampleValues; row++)
        {
            var value = block.FieldsOf(row, delimiter, columns.Count)[index];
            if (!Missing.Is(System.Text.Encoding.UTF8.GetBytes(value)) && !_samples.Contains(value))
                _samples.Add(value);
        }
    }
}
