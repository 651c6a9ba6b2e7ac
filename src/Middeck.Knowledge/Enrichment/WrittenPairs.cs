namespace Middeck.Knowledge.Enrichment;

/// <summary>What a model writes from a passage: <c>{"pairs":[{"question":"…","answer":"…"}]}</c>.</summary>
internal sealed record WrittenPairs(IReadOnlyList<WrittenPair> Pairs);
