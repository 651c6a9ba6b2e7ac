using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>
/// The model that a node names: <code>{"provider": "langgenius/openai/openai", "name": "gpt-4o-mini", "mode": "chat",
/// "completion_params": {"temperature": 0.2, "stop": ["{{#start.mark#}}"]}}</code>
/// </summary>
/// <param name="Name"><c>provider/model</c>; null when none is named.</param>
/// <param name="Mode"><c>chat</c> or <c>completion</c>.</param>
/// <param name="Parameters">The model's own settings, whose texts may hold references.</param>
internal sealed record NodeModel(string? Name, string Mode, JsonElement? Parameters)
{
    public const string Completion = "completion";

    public static NodeModel Read(JsonElement? model) => new(
        ModelReference.Read(model),
        model.Member("mode").Text() == Completion ? Completion : "chat",
        model.Member("completion_params"));

    /// <summary>The settings for one call. A text that a reference made a number or a truth value is that.</summary>
    public ChatOptions Options(VariablePool variables)
    {
        if (Parameters is not { ValueKind: JsonValueKind.Object } given || !given.GetRawText().Contains("{{#", StringComparison.Ordinal))
        {
            return ModelSettings.Read(Parameters);
        }

        var filled = (JsonObject)Fill(JsonNode.Parse(given.GetRawText())!, variables)!;
        return ModelSettings.Read(JsonSerializer.SerializeToElement(filled));
    }

    private static JsonNode? Fill(JsonNode? node, VariablePool variables)
    {
        switch (node)
        {
            case JsonObject fields:
                return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Fill(field.Value, variables))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Fill(item, variables))]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                var filled = TextTemplate.Parse(text).Render(variables);
                return filled == text ? node.DeepClone() : NodeOf(filled);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonValue NodeOf(string text)
    {
        if (bool.TryParse(text, out var flag))
        {
            return JsonValue.Create(flag);
        }

        return long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
            : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? JsonValue.Create(number)
                : JsonValue.Create(text);
    }
}
