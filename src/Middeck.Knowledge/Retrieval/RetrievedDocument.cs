namespace Middeck.Knowledge.Retrieval;

/// <summary>The document of a passage.</summary>
internal sealed record RetrievedDocument(Guid Id, string Name);
