using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A tool of a provider as others see it.</summary>
/// <param name="Name">What configurations name it by: <c>tool_name</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="Description">For people and models.</param>
/// <param name="Parameters">The JSON schema of its arguments.</param>
/// <param name="NeedsConfirmation">Whether people are asked before an agent calls it.</param>
/// <param name="Method">The HTTP method; null for MCP.</param>
/// <param name="Path">The path; null for MCP.</param>
internal sealed record ToolProviderTool(
    string Name, string Label, string Description, JsonElement Parameters, bool NeedsConfirmation, string? Method, string? Path)
{
    public static ToolProviderTool From(ProviderTool tool) => new(
        tool.Name, tool.Label, tool.Description, tool.Parameters, tool.NeedsConfirmation, tool.Call.Member("method").Text(),
        tool.Call.Member("path").Text());
}
