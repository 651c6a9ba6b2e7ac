namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>What was found in a dataset of documents.</summary>
internal sealed record RetrievedRecords(RetrievedQuery Query, IReadOnlyList<RetrievedRecord> Records);
