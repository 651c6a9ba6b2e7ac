namespace Middeck.Knowledge.Documents;

/// <summary>What became of a batch, document by document.</summary>
internal sealed record BatchResult(IReadOnlyList<BatchOutcome> Results);
