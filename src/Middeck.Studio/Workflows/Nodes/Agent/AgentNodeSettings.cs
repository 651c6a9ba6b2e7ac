using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Agents;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Studio.Workflows.Nodes.Tools;
using Middeck.Workflows;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Agent;

/// <summary>
/// What an agent is told to do, read from <c>agent_parameters: {model, tools, query, instruction, maximum_iterations}</c>, each
/// bare or as <c>{type, value}</c>.
/// </summary>
/// <param name="Model"><c>provider/model</c>; null for the workspace's default.</param>
/// <param name="CompletionParams">The model's own settings.</param>
/// <param name="Query">What to find out.</param>
/// <param name="Instruction">How to behave; may be empty.</param>
/// <param name="MaxIterations">After so many steps with tools the model is asked for its answer, 1 to 99.</param>
/// <param name="Tools">Those that are switched on.</param>
internal sealed record AgentNodeSettings(
    string? Model,
    JsonElement? CompletionParams,
    string Query,
    string Instruction,
    int MaxIterations,
    IReadOnlyList<AgentToolSetting> Tools)
{
    private const int DefaultIterations = 10;

    /// <exception cref="NodeException"><c>AgentParameterError</c>: there is no question.</exception>
    public static AgentNodeSettings Read(JsonElement data, VariablePool pool)
    {
        var parameters = data.Member("agent_parameters");
        var model = ValueOf(parameters.Member("model"));
        var query = TextOf(parameters.Member("query"), pool);
        if (string.IsNullOrWhiteSpace(query))
        {
            throw new NodeException("AgentParameterError", "The agent has no question: fill in 'query'.");
        }

        return new AgentNodeSettings(
            ModelReference.Read(Named(model)),
            model.Member("completion_params"),
            query,
            TextOf(parameters.Member("instruction"), pool),
            IterationsOf(TextOf(parameters.Member("maximum_iterations") ?? parameters.Member("max_iterations"), pool)),
            [.. ValueOf(parameters.Member("tools")).Items().Select((tool, place) => ToolOf(tool, place, pool)).OfType<AgentToolSetting>()]);
    }

    // {"type": "constant", "value": …}
    private static JsonElement? ValueOf(JsonElement? given)
        => given.Member("type").Text() is "constant" or "mixed" or "variable" ? given.Member("value") : given;

    private static string TextOf(JsonElement? given, VariablePool pool)
        => given is { } value && ToolInput.Read(value).Evaluate(pool) is { } found ? PromptText.Of(found) : "";

    private static int IterationsOf(string text)
        => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(number, 1, AgentSettings.MostIterations)
            : DefaultIterations;

    // The name of a model stands in "model" here, and in "name" everywhere else.
    private static JsonElement? Named(JsonElement? model)
        => model.Member("name") is null && model.Member("model") is { ValueKind: JsonValueKind.String } name
            ? JsonSerializer.SerializeToElement(new { provider = model.Member("provider").Text(), name = name.GetString() })
            : model;

    // {"enabled": true, "type": "builtin", "provider_name": "time", "tool_name": "current_time", "settings": {}, "parameters": {}}
    private static AgentToolSetting? ToolOf(JsonElement tool, int place, VariablePool pool)
    {
        if (tool.Member("enabled").Flag() == false || tool.Member("tool_name").Text() is not { Length: > 0 } name)
        {
            return null;
        }

        var provider = tool.Member("provider_name").Text() ?? "";
        var reference = new ToolReference(
            tool.Member("type").Text() ?? tool.Member("provider_type").Text() ?? ToolReference.Builtin,
            tool.Member("provider_id").Text() is { Length: > 0 } id ? id : provider,
            name)
        { ProviderName = tool.Member("provider_show_name").Text() ?? provider };
        return new AgentToolSetting(
            reference, tool.Member("tool_label").Text(), Filled(tool, pool), Confirm: false, $"agent_parameters.tools[{place}]");
    }

    // What the author has filled in, as {"name": {"auto": 0, "value": …}} with the variables' values.
    private static JsonElement Filled(JsonElement tool, VariablePool pool)
    {
        var filled = new JsonObject();
        foreach (var section in new[] { tool.Member("settings"), tool.Member("parameters") })
        {
            foreach (var given in section is { ValueKind: JsonValueKind.Object } members ? members.EnumerateObject().ToList() : [])
            {
                var value = given.Value.ValueKind == JsonValueKind.Object && given.Value.Member("type") is null ? given.Value.Member("value") : given.Value;
                if (given.Value.Member("auto").WholeNumber() != 1 && value is { } written
                    && ToolInput.Read(written).Evaluate(pool) is { IsNone: false } found)
                {
                    filled[given.Name] = new JsonObject { ["auto"] = 0, ["value"] = JsonNode.Parse(found.ToJson()) };
                }
            }
        }

        return JsonSerializer.SerializeToElement(filled, Core.Json.Snake);
    }
}
