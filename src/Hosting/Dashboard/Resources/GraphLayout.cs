namespace Aspire.Hosting.Dashboard.Resources;

/// <summary>Places the resources in columns: who needs nobody on the right, who needs them further left, so that every arrow points to the right.</summary>
internal sealed class GraphLayout
{
    public const int Width = 208;
    public const int Height = 52;

    private const int ColumnGap = 96;
    private const int RowGap = 24;

    public GraphLayout(IReadOnlyList<string> names, IReadOnlyList<Relation> relations)
    {
        Relations = [.. relations.Where(r => names.Contains(r.From) && names.Contains(r.To))];
        var needs = Relations.ToLookup(r => r.From, r => r.To);
        var depths = names.ToDictionary(name => name, name => Depth(name, needs, []));
        var deepest = depths.Values.DefaultIfEmpty().Max();
        foreach (var column in names.GroupBy(name => deepest - depths[name]))
        {
            foreach (var (row, name) in column.Index())
            {
                Places[name] = (column.Key * (Width + ColumnGap), row * (Height + RowGap));
            }
        }

        TotalWidth = (deepest + 1) * (Width + ColumnGap) - ColumnGap;
        TotalHeight = Places.Values.Select(p => p.Y + Height).DefaultIfEmpty().Max();
    }

    public IReadOnlyList<Relation> Relations { get; }

    public Dictionary<string, (int X, int Y)> Places { get; } = [];

    public int TotalWidth { get; }

    public int TotalHeight { get; }

    public string Path(Relation relation)
    {
        var (from, to) = (Places[relation.From], Places[relation.To]);
        var (x1, y1, x2, y2) = (from.X + Width, from.Y + (Height / 2), to.X, to.Y + (Height / 2));
        var bend = Math.Max(ColumnGap / 2, (x2 - x1) / 2);
        return FormattableString.Invariant($"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2 - 6} {y2}");
    }

    /// <summary>How many steps it is to the end of the longest chain; a circle, which waiting does not allow but referring does, is cut where it closes.</summary>
    private static int Depth(string name, ILookup<string, string> needs, HashSet<string> above)
    {
        if (!above.Add(name))
        {
            return 0;
        }

        var depth = needs[name].Where(n => !above.Contains(n)).Select(n => 1 + Depth(n, needs, above)).DefaultIfEmpty().Max();
        above.Remove(name);
        return depth;
    }
}
