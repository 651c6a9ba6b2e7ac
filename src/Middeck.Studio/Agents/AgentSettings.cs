using System.Text.Json;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>
/// What an app does by itself, read from <c>agent_mode: {enabled, strategy, max_iteration, prompt, tools: [{provider_type,
/// provider_id, tool_name, tool_parameters, enabled, middeck: {confirm}}]}</c>. Older files name tools as
/// <c>{dataset: {enabled, id}}</c> or <c>{current_datetime: {enabled}}</c>.
/// </summary>
/// <param name="Strategy">How the model says what it wants.</param>
/// <param name="MaxIteration">After so many steps with tools the model is asked for its answer, 1 to 99.</param>
/// <param name="Instruction">The maker's own instruction for <see cref="AgentStrategy.React"/>; null for ours.</param>
/// <param name="Tools">Those that are switched on.</param>
/// <param name="KnowledgeBaseIds">Knowledge bases that stand among the tools.</param>
internal sealed record AgentSettings(
    AgentStrategy Strategy,
    int MaxIteration,
    string? Instruction,
    IReadOnlyList<AgentToolSetting> Tools,
    IReadOnlyList<Guid> KnowledgeBaseIds)
{
    public const int MostIterations = 99;
    private const int DefaultIterations = 10;

    public static AgentSettings Read(AppConfig config)
    {
        var section = config.Section("agent_mode");
        var tools = section.Member("tools");
        return new AgentSettings(
            section.Member("strategy").Text() is "react" or "cot" or "react_router" ? AgentStrategy.React : AgentStrategy.FunctionCall,
            Math.Clamp(section.Member("max_iteration").WholeNumber() ?? DefaultIterations, 1, MostIterations),
            section.Member("prompt").Member("first_prompt").Text() is { } own && !string.IsNullOrWhiteSpace(own) ? own : null,
            [.. tools.Items().Select(ToolOf).OfType<AgentToolSetting>()],
            [.. BasesOf(tools).Distinct()]);
    }

    /// <summary>Whether an app works by itself: its kind says so, or it is a chat app of an older file that does.</summary>
    public static bool IsAgent(AppSnapshot app)
    {
        var section = app.Config.Section("agent_mode");
        return app.Mode == AppMode.AgentChat
            || (app.Mode == AppMode.Chat && section.Member("enabled").Flag() == true
                && section.Member("strategy").Text() is "function_call" or "react" or "cot");
    }

    public static void Check(FieldCheck root)
    {
        var section = root.Member("agent_mode").Object();
        section.Member("enabled").Flag();
        section.Member("strategy").Text(100);
        section.Member("max_iteration").WholeNumber(1, MostIterations);
        foreach (var item in section.Member("tools").List(100).Items())
        {
            var tool = item.Present().Object();
            tool.Member("enabled").Flag();
            tool.Member("provider_id").Text(500);
            tool.Member("provider_name").Text(500);
            tool.Member("provider_type").Text(100);
            tool.Member("tool_name").Text(500);
            tool.Member("middeck").Object().Member("confirm").Flag();
        }
    }

    private static AgentToolSetting? ToolOf(JsonElement tool, int place)
    {
        var path = $"agent_mode.tools[{place}]";
        if (ToolReference.Read(tool) is { } reference)
        {
            return tool.Member("enabled").Flag() == false
                ? null
                : new AgentToolSetting(
                    reference, tool.Member("tool_label").Text(), tool.Member("tool_parameters"),
                    tool.Member("middeck").Member("confirm").Flag(), path);
        }

        // {"current_datetime": {"enabled": true}}
        return tool.ValueKind == JsonValueKind.Object && tool.EnumerateObject().ToList() is [{ Name: not "dataset" } only]
            && only.Value.Member("enabled").Flag() == true
                ? new AgentToolSetting(new ToolReference(ToolReference.Builtin, "", only.Name), null, null, null, path)
                : null;
    }

    private static IEnumerable<Guid> BasesOf(JsonElement? tools)
    {
        foreach (var tool in tools.Items())
        {
            var dataset = tool.Member("dataset");
            if (dataset.Member("enabled").Flag() != false && Guid.TryParse(dataset.Member("id").Text(), out var id))
            {
                yield return id;
            }
        }
    }
}
