namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>What an external knowledge API found.</summary>
internal sealed record ExternalRecords(RetrievedQuery Query, IReadOnlyList<ExternalFound> Records);
