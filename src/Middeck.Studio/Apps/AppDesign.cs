using System.Text.Json;

namespace Middeck.Studio.Apps;

/// <summary>What an app is to be, not yet checked.</summary>
/// <param name="Name">For people.</param>
/// <param name="Mode">The kind.</param>
/// <param name="Description">For people.</param>
/// <param name="Icon">An emoji or a name.</param>
/// <param name="Config">The first draft, in the shape of the DSL's <c>model_config</c> or <c>workflow</c>.</param>
internal sealed record AppDesign(string Name, string Mode, string? Description, string? Icon, JsonElement Config)
{
    /// <summary>What the file that it comes from says besides.</summary>
    public JsonElement Envelope { get; init; } = AppMaker.EmptyConfig;

    /// <summary>Whether the configuration comes from an app of the same workspace, with its secrets as they are kept.</summary>
    public bool IsSealed { get; init; }

    /// <summary>The tags that it begins with, of the same workspace.</summary>
    public IReadOnlyList<Guid> TagIds { get; init; } = [];
}
