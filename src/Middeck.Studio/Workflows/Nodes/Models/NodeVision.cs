using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>
/// Which files a node's model sees: <code>{"enabled": true, "configs": {"variable_selector": ["sys", "files"], "detail": "high"}}</code>
/// </summary>
/// <param name="IsOn">Whether it sees any.</param>
/// <param name="Files">The variable that holds them.</param>
/// <param name="Detail"><c>high</c> or <c>low</c>; null for the model's own.</param>
internal sealed record NodeVision(bool IsOn, Selector Files, string? Detail)
{
    public static NodeVision Read(JsonElement? vision)
    {
        var configs = vision.Member("configs");
        var files = configs.Member("variable_selector") is { } selector && Selector.Read(selector) is { IsComplete: true } named
            ? named
            : new Selector("sys", "files");
        return new NodeVision(
            vision.Member("enabled").Flag() == true,
            files,
            configs.Member("detail").Text() is ("low" or "high") and var detail ? detail : null);
    }

    /// <summary>The files as the run has them; null when the model sees none.</summary>
    public Segment? Of(VariablePool variables) => IsOn ? variables.Find(Files) : null;
}
