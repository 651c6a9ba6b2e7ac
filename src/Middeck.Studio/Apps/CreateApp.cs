using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Studio.Apps;

/// <summary>Asks for a new app.</summary>
public sealed record CreateApp
{
    /// <summary>For people.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>The kind; <c>chat</c>.</summary>
    [Required]
    public string Mode { get; init; } = "";

    /// <summary>For people.</summary>
    [StringLength(2_000)]
    public string? Description { get; init; }

    /// <summary>An emoji or a name.</summary>
    [StringLength(200)]
    public string? Icon { get; init; }

    /// <summary>The first draft, in the shape of the DSL's <c>model_config</c>.</summary>
    public JsonElement? Config { get; init; }
}
