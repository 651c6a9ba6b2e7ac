using System.Text.Json;

namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/form/human_input/{form_token}</c>.</summary>
public sealed record DifyFormRequest
{
    /// <summary>The fields by name.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>The id of the button.</summary>
    public string? Action { get; init; }

    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }
}
