namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>Which documents are searched, by their metadata.</summary>
public sealed record RetrievalFilter
{
    /// <summary><c>and</c>, the default, or <c>or</c>.</summary>
    public string? LogicalOperator { get; init; }

    /// <summary>What must hold.</summary>
    public IReadOnlyList<RetrievalCondition>? Conditions { get; init; }
}
