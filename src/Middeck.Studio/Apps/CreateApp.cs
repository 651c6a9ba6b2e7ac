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

    /// <summary>
    /// The first draft, in the shape of the DSL's <c>model_config</c>, or of its <c>workflow</c> for kinds with a graph; a template
    /// has its own.
    /// </summary>
    public JsonElement? Config { get; init; }

    /// <summary>The graph of the first draft, <c>{"nodes": […], "edges": […]}</c>; null for one to begin with.</summary>
    public JsonElement? Graph { get; init; }

    /// <summary>The id of a template.</summary>
    [StringLength(100)]
    public string? Template { get; init; }

    /// <summary>The language of the template, or of the graph to begin with: <c>zh-CN</c> or <c>en</c>; null for English.</summary>
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

        if (Template is not null && (Mode is not null || IsGiven(Config) || IsGiven(Graph)))
        {
            yield return new ValidationResult(
                "A template has a mode and a configuration of its own: give neither with it.", [nameof(Template)]);
        }

        if (Template is null && IsGiven(Graph) && Mode is not null && !AppMode.IsGraph(Mode))
        {
            yield return new ValidationResult($"Apps of the kind '{Mode}' have no graph.", [nameof(Graph)]);
        }

        if (IsGiven(Graph) && Config is { ValueKind: JsonValueKind.Object } config && config.TryGetProperty("graph", out _))
        {
            yield return new ValidationResult("Give the graph by itself or in the configuration, not both.", [nameof(Graph)]);
        }
    }

    /// <summary>The first draft, completed by what an app of the kind begins with.</summary>
    internal JsonElement FirstDraft()
    {
        var config = IsGiven(Config) ? Config!.Value : AppMaker.EmptyConfig;
        return AppMode.IsGraph(Mode!) ? FirstGraph.Complete(Mode!, config, IsGiven(Graph) ? Graph : null, Language) : config;
    }

    private static bool IsGiven(JsonElement? value) => value is { ValueKind: not JsonValueKind.Null };
}
