using System.Text.Json;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>A call of a tool as the console shows it; its files by their keys.</summary>
internal sealed record AgentCallView(
    Guid Id,
    string Tool,
    ToolWords Label,
    string Icon,
    JsonElement Input,
    AgentCallStatus Status,
    string? Output,
    double? Duration,
    IReadOnlyList<Guid> Files)
{
    public static AgentCallView Of(AgentCall call) => new(
        call.Id, call.Tool, call.Label, call.Icon, call.Input, call.Status, call.Output, call.Duration,
        [.. call.Files.Select(file => file.Id)]);
}
