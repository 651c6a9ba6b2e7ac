using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>What an <c>llm</c> node does.</summary>
/// <param name="Model">The model.</param>
/// <param name="Messages">The prompt. That of a model in the mode <c>completion</c> is one text.</param>
/// <param name="IsOneText">Whether it is one text.</param>
/// <param name="JinjaVariables">What templates may use, by their names there.</param>
/// <param name="Memory">What it is shown of the conversation; null for nothing.</param>
/// <param name="Context">The variable behind <c>{{#context#}}</c>; null for none.</param>
/// <param name="Vision">Which files it sees.</param>
/// <param name="IsStructured">Whether the answer has to fit a schema.</param>
/// <param name="Schema">That schema; null when it is missing.</param>
/// <param name="SeparatesThoughts">Whether thoughts are kept out of the text.</param>
internal sealed record LlmSettings(
    NodeModel Model,
    IReadOnlyList<LlmMessage> Messages,
    bool IsOneText,
    IReadOnlyList<(string Name, Selector Value)> JinjaVariables,
    NodeMemory? Memory,
    Selector? Context,
    NodeVision Vision,
    bool IsStructured,
    JsonElement? Schema,
    bool SeparatesThoughts)
{
    public static LlmSettings Read(GraphNode node)
    {
        var data = node.Data;
        var template = data.Member("prompt_template");
        var isList = template is { ValueKind: JsonValueKind.Array };
        var context = data.Member("context");
        return new LlmSettings(
            NodeModel.Read(data.Member("model")),
            isList ? [.. template.Items().Select(item => Message(item))] : template is { } only ? [Message(only)] : [],
            IsOneText: !isList,
            [.. data.Member("prompt_config").Member("jinja2_variables").Items().Select(Variable)],
            NodeMemory.Read(data.Member("memory")),
            context.Member("enabled").Flag() == true && context.Member("variable_selector") is { } selector
                ? Selector.Read(selector)
                : null,
            NodeVision.Read(data.Member("vision")),
            (data.Member("structured_output_enabled") ?? data.Member("structured_output_switch_on")).Flag() == true,
            SchemaOf(data.Member("structured_output")),
            data.Member("reasoning_format").Text() == "separated");
    }

    // The oldest apps hold the text itself in the place of the message.
    private static LlmMessage Message(JsonElement? message)
    {
        var isJinja = message.Member("edition_type").Text() == "jinja2";
        var text = message.Text() ?? message.Member("text").Text() ?? "";
        return new LlmMessage(
            message.Member("role").Text() is ("system" or "assistant") and var role ? role : "user",
            isJinja ? message.Member("jinja2_text").Text() ?? text : text,
            isJinja);
    }

    private static (string Name, Selector Value) Variable(JsonElement entry)
        => (entry.Member("variable").Text() ?? "", Selector.Read(entry, "value_selector"));

    private static JsonElement? SchemaOf(JsonElement? output)
    {
        var schema = output.Member("schema");
        schema = schema.Text() is { } text ? ToolArguments.TryParse(text) : schema;
        return schema is { ValueKind: JsonValueKind.Object } found && found.EnumerateObject().Any() ? found : null;
    }
}
