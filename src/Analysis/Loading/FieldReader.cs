namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Walks the fields of delimited UTF-8 text by the rules of RFC 4180, read generously: a record ends with LF, CRLF or CR; a quote counts only
/// where a field starts; what follows a closing quote belongs to the field.
/// </summary>
internal ref struct FieldReader(ReadOnlySpan<byte> data, byte delimiter)
{
    private const byte Quote = (byte)'"';

    private readonly ReadOnlySpan<byte> _data = data;
    private readonly byte _delimiter = delimiter;
    private byte[]? _unescaped;

    /// <summary>Where the next field starts.</summary>
    public int Position { get; set; }

    /// <summary>Whether the field last read was the last of its record.</summary>
    public bool RecordEnded { get; set; }

    /// <summary>Whether the last field's quotes were left open.</summary>
    public bool QuoteLeftOpen { get; private set; }

    public readonly bool AtEnd => Position >= _data.Length;

    /// <summary>Goes on to the next line with anything on it.</summary>
    /// <returns>False at the end of the data.</returns>
    public bool SkipBlankLines()
    {
        while (Position < _data.Length && _data[Position] is (byte)'\n' or (byte)'\r')
            Position++;
        return !AtEnd;
    }

    /// <summary>Reads a field, without its quotes; valid until the next call.</summary>
    public ReadOnlySpan<byte> Next()
    {
        if (Position < _data.Length && _data[Position] == Quote)
            return NextQuoted();
        var start = Position;
        var length = _data[start..].IndexOfAny(_delimiter, (byte)'\n', (byte)'\r');
        var end = length < 0 ? _data.Length : start + length;
        EndFieldAt(end);
        return _data[start..end];
    }

    private ReadOnlySpan<byte> NextQuoted()
    {
        var start = Position + 1;
        var written = 0;
        var from = start;
        while (true)
        {
            var found = _data[from..].IndexOf(Quote);
            if (found < 0)
            {
                QuoteLeftOpen = true;
                EndFieldAt(_data.Length);
                return _data[start..];
            }

            var quote = from + found;
            var doubled = quote + 1 < _data.Length && _data[quote + 1] == Quote;
            if (!doubled)
            {
                var rest = _data[(quote + 1)..].IndexOfAny(_delimiter, (byte)'\n', (byte)'\r');
                var end = rest < 0 ? _data.Length : quote + 1 + rest;
                EndFieldAt(end);
                if (written == 0 && end == quote + 1)
                    return _data[start..quote];
                Keep(_data[from..quote], ref written);
                Keep(_data[(quote + 1)..end], ref written);
                return _unescaped.AsSpan(0, written);
            }

            Keep(_data[from..(quote + 1)], ref written);
            from = quote + 2;
        }
    }

    private void Keep(ReadOnlySpan<byte> part, ref int written)
    {
        if (_unescaped is null || _unescaped.Length < written + part.Length)
            Array.Resize(ref _unescaped, Math.Max(256, 2 * (written + part.Length)));
        part.CopyTo(_unescaped.AsSpan(written));
        written += part.Length;
    }

    /// <summary>Steps over the delimiter or line end at <paramref name="end"/>.</summary>
    public void EndFieldAt(int end)
    {
        RecordEnded = end >= _data.Length || _data[end] != _delimiter;
        Position = end + 1;
        if (RecordEnded && Position < _data.Length && _data[end] == '\r' && _data[Position] == '\n')
            Position++;
    }
}
