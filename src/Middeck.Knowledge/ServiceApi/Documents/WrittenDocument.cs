namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>The answer to making or changing a document.</summary>
/// <param name="Document">As it stands.</param>
/// <param name="Batch">What to ask for the indexing status by: the document's id.</param>
internal sealed record WrittenDocument(DatasetDocument Document, string Batch);
