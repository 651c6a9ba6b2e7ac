using System.Text.Json;

namespace Middeck.Studio.Tools;

/// <summary>What came out of a tool.</summary>
/// <param name="Text">For models; what is too long for them is cut by the caller.</param>
internal sealed record ToolResult(string Text)
{
    /// <summary>The same for programs; null where there is only text.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>What it made; the caller keeps it.</summary>
    public IReadOnlyList<ToolFile> Files { get; init; } = [];
}
