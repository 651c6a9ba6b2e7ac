namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>A part of a passage that matched.</summary>
internal sealed record RetrievedChild(Guid Id, string Content, int Position, double Score);
