namespace Middeck.Studio.Insight;

/// <summary>What the numbers of a range are told apart by.</summary>
internal enum InsightBy
{
    /// <summary>Where conversations take place.</summary>
    Source,

    /// <summary>Which model answers.</summary>
    Model,
}
