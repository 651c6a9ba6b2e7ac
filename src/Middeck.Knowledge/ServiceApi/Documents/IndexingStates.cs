namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>How far the documents of a batch are.</summary>
internal sealed record IndexingStates(IReadOnlyList<IndexingState> Data);
