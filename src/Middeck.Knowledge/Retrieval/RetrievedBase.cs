namespace Middeck.Knowledge.Retrieval;

/// <summary>The base of a passage.</summary>
internal sealed record RetrievedBase(Guid Id, string Name);
