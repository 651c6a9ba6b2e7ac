using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Fills in a form that a run waits for.</summary>
public sealed record AnswerForm
{
    /// <summary>The id of the button.</summary>
    [Required, StringLength(100)]
    public required string Action { get; init; }

    /// <summary>The fields by name.</summary>
    public JsonElement? Inputs { get; init; }
}
