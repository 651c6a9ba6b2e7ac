using System.Text.Json;
using Middeck.Studio.Files;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>One call of a tool.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Tool">By which the model called it.</param>
/// <param name="Label">For people.</param>
/// <param name="Icon">An emoji.</param>
/// <param name="Input">The arguments; a text where the model wrote something else.</param>
/// <param name="Status">What has become of it.</param>
internal sealed record AgentCall(
    Guid Id, string Tool, ToolWords Label, string Icon, JsonElement Input, AgentCallStatus Status)
{
    /// <summary>What the model was told of it; null until then.</summary>
    public string? Output { get; init; }

    /// <summary>Seconds; null until it is over.</summary>
    public double? Duration { get; init; }

    /// <summary>What it made.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
}
