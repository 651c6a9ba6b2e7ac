using System.Text.Json;

namespace Middeck.Studio.Tools;

/// <summary>What a tool is, for people and for models.</summary>
/// <param name="Name">By which models call it: letters, digits, <c>_</c> and <c>-</c>, at most 64.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Description">What it does; models read the English words.</param>
/// <param name="Parameters">The JSON schema of its arguments, an object's.</param>
/// <param name="Icon">An emoji.</param>
internal sealed record ToolInfo(string Name, ToolWords Label, ToolWords Description, JsonElement Parameters, string Icon)
{
    /// <summary>Whether people are asked before it is called, unless the app says otherwise: it changes something, or costs.</summary>
    public bool NeedsConfirmation { get; init; }

    /// <summary>Whether it may run beside other calls of the same step.</summary>
    public bool IsParallel { get; init; } = true;
}
