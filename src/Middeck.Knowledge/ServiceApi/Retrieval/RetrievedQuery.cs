namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary><c>{"content": "…"}</c></summary>
internal sealed record RetrievedQuery(string Content);
