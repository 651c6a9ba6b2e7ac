namespace Middeck.Knowledge.Retrieval;

/// <summary>What a search found, best first.</summary>
internal sealed record RetrievalResult(IReadOnlyList<RetrievalRecord> Records);
