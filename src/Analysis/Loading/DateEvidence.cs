namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>What dates say of the order in which day and month are written; of several the largest holds.</summary>
internal enum DateEvidence
{
    /// <summary>They are the same in either order.</summary>
    Same,

    /// <summary>They are other dates in the other order.</summary>
    Either,

    /// <summary>They are no dates in the other order.</summary>
    ThisOnly,
}
