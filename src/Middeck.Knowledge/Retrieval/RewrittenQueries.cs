namespace Middeck.Knowledge.Retrieval;

/// <summary>What the model is asked for.</summary>
internal sealed record RewrittenQueries(IReadOnlyList<string?>? Queries);
