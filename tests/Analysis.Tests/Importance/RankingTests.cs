using RegressionAnalyzer.Analysis.Importance;

namespace RegressionAnalyzer.Analysis.Tests.Importance;

public sealed class RankingTests
{
    [Fact]
    public void Features_that_cannot_be_told_apart_share_a_rank_and_the_next_counts_them_all()
    {
        var ranked = Ranking.Of([new("c", 0.29, 0.03, 0), new("d", 0.1, 0.003, 0), new("b", 0.3, 0.03, 0), new("a", 0.8, 0.01, 0)], shuffles: 10);

        Assert.Equal([("a", 1), ("b", 2), ("c", 2), ("d", 4)], ranked.Select(feature => (feature.Feature, feature.Rank)));
    }

    [Fact]
    public void A_tie_is_with_the_leader_of_the_rank_so_that_it_does_not_creep()
    {
        var ranked = Ranking.Of([new("a", 0.30, 0.03, 0), new("b", 0.28, 0.03, 0), new("c", 0.26, 0.03, 0)], shuffles: 10);

        Assert.Equal([1, 1, 3], ranked.Select(feature => feature.Rank));
    }

    [Fact]
    public void Unused_features_tie()
    {
        var ranked = Ranking.Of([new("a", 0, 0, 0), new("b", 0.5, 0, 0), new("c", 0, 0, 0)], shuffles: 10);

        Assert.Equal([("b", 1), ("a", 2), ("c", 2)], ranked.Select(feature => (feature.Feature, feature.Rank)));
    }

    [Fact]
    public void A_leader_that_chance_explains_as_well_is_passed_over_in_words()
    {
        var ranked = Ranking.Of([new("lucky", 0.5, 0.4, 0), new("sure", 0.2, 0.01, 0)], shuffles: 10);

        var words = Ranking.InWords("y", ranked, rSquared: 0.4);

        Assert.Contains("relies most on sure.", words);
        Assert.Contains("1 of 2 features add nothing", words);
    }

    [Fact]
    public void Where_every_feature_is_doubtful_none_is_called_important()
    {
        Assert.Contains("no single feature", Ranking.InWords("y", Ranking.Of([new("a", 0.1, 0.3, 0)], shuffles: 10), rSquared: 0.4));
        Assert.Contains("no feature can be called important", Ranking.InWords("y", Ranking.Of([new("a", 0.1, 0.01, 0)], shuffles: 10), rSquared: -0.1));
        Assert.StartsWith("The forest predicts more than 99.9 % of", Ranking.InWords("y", Ranking.Of([new("a", 1, 0.01, 0)], shuffles: 10), rSquared: 0.9996), StringComparison.Ordinal);
    }
}
