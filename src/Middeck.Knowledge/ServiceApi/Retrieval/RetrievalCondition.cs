using System.Text.Json;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>What must hold of a document's metadata.</summary>
public sealed record RetrievalCondition
{
    /// <summary>The field.</summary>
    public string? Name { get; init; }

    /// <summary>Such as <c>contains</c>.</summary>
    public string? ComparisonOperator { get; init; }

    /// <summary>A text, a number or a list of texts.</summary>
    public JsonElement? Value { get; init; }
}
