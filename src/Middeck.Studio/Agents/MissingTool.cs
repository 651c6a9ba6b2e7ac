using System.Text.Json;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>
/// Stands for a tool that a configuration names and nobody has. The model may want it; the run then ends with that sentence.
/// </summary>
internal sealed class MissingTool(AgentToolSetting setting) : ITool
{
    public ToolInfo Info { get; } = new(
        setting.Reference.ToolName,
        new ToolWords(setting.Label ?? setting.Reference.ToolName, setting.Label ?? setting.Reference.ToolName),
        new ToolWords(setting.Label ?? "", setting.Label ?? setting.Reference.ToolName),
        Schema(setting.Parameters),
        "⚠️");

    public Task<ToolResult> InvokeAsync(ToolContext context, JsonElement arguments, CancellationToken cancellationToken)
        => throw ToolFaults.Missing(setting.Reference.ToolName);

    // What the file fills in is all that is known of the arguments.
    private static JsonElement Schema(JsonElement? parameters)
    {
        var names = parameters is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject().Select(parameter => parameter.Name)
            : [];
        return JsonSerializer.SerializeToElement(new
        {
            type = "object",
            properties = names.ToDictionary(name => name, _ => new { type = "string" }),
        });
    }
}
