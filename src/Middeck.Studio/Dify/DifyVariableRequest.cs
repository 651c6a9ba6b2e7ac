using System.Text.Json;

namespace Middeck.Studio.Dify;

/// <summary>The body of <c>PUT /v1/conversations/{id}/variables/{variable_id}</c>.</summary>
public sealed record DifyVariableRequest
{
    /// <summary>Of the variable's type.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }
}
