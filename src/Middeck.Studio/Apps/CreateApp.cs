using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Middeck.Studio.Apps;

/// <summary>Asks for a new app, of a template or of nothing.</summary>
public sealed record CreateApp : IValidatableObject
{
    /// <summary>For people; needed without a template.</summary>
    [StringLength(AppText.LongestName, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>The kind, such as <c>chat</c>; needed without a template, which has its own.</summary>
    [StringLength(50)]
    public string? Mode { get; init; }

    /// <summary>For people.</summary>
    [StringLength(AppText.LongestDescription)]
    public string? Description { get; init; }

    /// <summary>An emoji or a name.</summary>
    [StringLength(AppText.LongestIcon)]
    public string? Icon { get; init; }

    /// <summary>The first draft, in the shape of the DSL's <c>model_config</c>; a template has its own.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>The id of a template.</summary>
    [StringLength(100)]
    public string? Template { get; init; }

    /// <summary>The template's language, <c>zh-CN</c> or <c>en</c>; null for English.</summary>
    [StringLength(20)]
    public string? Language { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Template is null && string.IsNullOrWhiteSpace(Name))
        {
            yield return new ValidationResult("The Name field is required.", [nameof(Name)]);
        }

        if (Template is null && string.IsNullOrWhiteSpace(Mode))
        {
            yield return new ValidationResult("The Mode field is required.", [nameof(Mode)]);
        }

        if (Template is not null && (Mode is not null || Config is { ValueKind: not JsonValueKind.Null }))
        {
            yield return new ValidationResult(
                "A template has a mode and a configuration of its own: give neither with it.", [nameof(Template)]);
        }
    }
}
