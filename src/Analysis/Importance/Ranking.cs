namespace RegressionAnalyzer.Analysis.Importance;

/// <summary>Puts features in order and says which of them cannot be told apart.</summary>
internal static class Ranking
{
    private const int Named = 3;

    /// <summary>Below this R² a difference has no use, however sure it is.</summary>
    private const double Negligible = 2e-4;

    /// <summary>
    /// A feature ties with the one that leads its rank where their difference is within two standard errors, or negligible. Features of the same
    /// rank stand in the order of their importance.
    /// </summary>
    public static IReadOnlyList<ImportantFeature> Of(IReadOnlyList<ImportantFeature> features, int shuffles)
    {
        var ranked = new List<ImportantFeature>(features.Count);
        foreach (var feature in features.OrderByDescending(feature => feature.Importance))
        {
            var tie = ranked.Count > 0 && IsTie(ranked[ranked[^1].Rank - 1], feature, shuffles);
            ranked.Add(feature with { Rank = tie ? ranked[^1].Rank : ranked.Count + 1 });
        }

        return ranked;
    }

    public static string InWords(string target, IReadOnlyList<ImportantFeature> ranked, double rSquared)
    {
        if (rSquared <= 0)
            return $"The forest does not predict {target} in rows it has not seen, so no feature can be called important.";
        var share = $"The forest predicts {Wording.Share(rSquared)} of the variation of {target} in rows it has not seen.";
        var useful = ranked.Where(IsUseful).ToList();
        if (useful.Count == 0)
            return $"{share} It relies on no single feature: what one tells, others tell too.";
        var leaders = useful.TakeWhile(feature => feature.Rank == useful[0].Rank).ToList();
        var first = leaders.Count == 1
            ? $"It relies most on {leaders[0].Feature}"
            : $"It relies most on {Listed(leaders)}, which cannot be told apart";
        var next = useful.Skip(leaders.Count).Take(Named).ToList();
        var then = next.Count == 0 ? "" : $", then on {Listed(next)}";
        var useless = ranked.Count - useful.Count;
        return $"{share} {first}{then}.{(useless == 0 ? "" : $" {useless} of {ranked.Count} features add nothing that can be told from chance.")}";
    }

    private static bool IsTie(ImportantFeature leader, ImportantFeature feature, int shuffles)
    {
        var error = Math.Sqrt((leader.ImportanceStd * leader.ImportanceStd + feature.ImportanceStd * feature.ImportanceStd) / (shuffles - 1));
        return leader.Importance - feature.Importance <= Math.Max(Negligible, 2 * error);
    }

    private static bool IsUseful(ImportantFeature feature) => feature.Importance > Math.Max(Negligible, 2 * feature.ImportanceStd);

    private static string Listed(List<ImportantFeature> features) => Wording.Listed([.. features.Select(feature => feature.Feature)], features.Count);
}
