namespace Middeck.Knowledge;

/// <summary>How a passage came to its place.</summary>
/// <param name="Places">Where it stood in each list, in the order of the stages.</param>
/// <param name="MatchedBy">What matched: <c>chunk</c>, <c>child</c>, <c>question</c>, <c>summary</c> or <c>external</c>.</param>
public sealed record HitExplanation(IReadOnlyList<ListPlace> Places, string MatchedBy);
