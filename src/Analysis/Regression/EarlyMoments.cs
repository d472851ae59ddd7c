using RegressionAnalyzer.Analysis.Formulas;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Regression;

/// <summary>
/// The sums of a regression, gathered while the table is read for the first time. That needs no more than the names of its columns and that they
/// are numbers; where they turn out not to be, what was gathered is thrown away.
/// </summary>
internal sealed class EarlyMoments
{
    private const int SampledBytes = 1 << 16;

    private readonly Design _design;

    private EarlyMoments(Design design, double[] origins)
    {
        _design = design;
        Sums = new MomentGatherer(origins, weighted: false);
    }

    public MomentGatherer Sums { get; }

    /// <returns>Null where the request leaves open which columns are meant, or one of them is not of numbers.</returns>
    public static EarlyMoments? For(AnalysisRequest request, TableStart start, ColumnKind[] kinds)
    {
        if (request is not { Formula: null or "", Weights: null, Target: { } target, Features: { Count: > 0 and <= Design.MaxTerms } features })
            return null;
        var places = features.Distinct(StringComparer.Ordinal).Append(target).Select(name => IndexOf(start.Names, name)).ToList();
        if (places.Any(place => place < 0 || !kinds[place].IsNumber) || places.SkipLast(1).Contains(places[^1]))
            return null;
        var values = places.Select(place => new ColumnValue(Unread(start.Names[place], place))).ToList();
        var design = new Design(new Model(values[^1], [.. values.SkipLast(1).Select(value => new ModelTerm([value]))], true, null));
        return new EarlyMoments(design, Origins(design, start, kinds));
    }

    /// <summary>Whether these are the sums that a design asks for.</summary>
    public bool AreThoseOf(Design design) => design.Model.Weights is null && PlacesOf(design) is { } places && places.SequenceEqual(PlacesOf(_design)!);

    public Tile NewTile() => new(_design);

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var place = 0; place < names.Count; place++)
        {
            if (names[place] == name)
                return place;
        }

        return -1;
    }

    private static int[]? PlacesOf(Design design)
    {
        var columns = design.Columns.Select(column => column.Plain).Append((design.Model.Target as ColumnValue)?.Column).ToList();
        return columns.Contains(null) ? null : [.. columns.Select(column => column!.Index)];
    }

    /// <summary>From the first complete rows.</summary>
    private static double[] Origins(Design design, TableStart start, ColumnKind[] kinds)
    {
        var sample = start.Sample.Span;
        sample = sample[..Math.Min(sample.Length, SampledBytes)];
        var end = RecordBoundary.Last(sample, start.Dialect.Delimiter);
        var buffer = new byte[end + Chunk.Slack];
        sample[..end].CopyTo(buffer);
        buffer.AsSpan(end).Fill((byte)'\n');
        // rows that do not fit are refused when they are read in earnest
        var parser = new BlockParser(start.Dialect, start.Names, kinds, new bool[kinds.Length], skipBadRows: true);
        var tile = new Tile(design);
        var next = 0;
        tile.Fill(parser.Parse(new Chunk(buffer, end, 0, 0)).Rows, ref next);
        return Moments.OriginsFor(tile, design.Width);
    }

    /// <summary>A column of which no more is known; that a value is missing has to be reckoned with.</summary>
    private static TableColumn Unread(string name, int index) => new(name, index, ColumnType.Numeric, 0, Missing: 1, [], 0, null, null, []);
}
