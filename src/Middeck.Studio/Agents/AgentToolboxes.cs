using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Knowledge;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>Gathers what an agent can use: the tools that its configuration names, and a search in its knowledge bases.</summary>
internal sealed partial class AgentToolboxes(ToolCatalogue catalogue, PassageFinder passages, IKnowledgeSearch knowledge)
{
    private const int LongestName = 64;

    public async Task<AgentToolbox> OpenAsync(Turn turn, AgentSettings settings, CancellationToken cancellationToken)
    {
        var tools = new List<BoundTool>();
        var bases = turn.Config.KnowledgeBaseIds.Union(settings.KnowledgeBaseIds).ToList();
        if (bases.Count > 0)
        {
            var names = await knowledge.NamesAsync(turn.Caller.WorkspaceId, bases, cancellationToken);
            var search = new KnowledgeTool(turn, passages, bases, [.. names.Values]);
            tools.Add(new BoundTool(
                search.Info.Name, search.Info.Name, search, new Dictionary<string, JsonElement>(), confirm: false));
        }

        await AddAsync(tools, turn.Caller.WorkspaceId, settings.Tools, cancellationToken);
        return new AgentToolbox(tools);
    }

    /// <summary>Just these.</summary>
    public async Task<AgentToolbox> OpenAsync(
        Guid workspaceId, IReadOnlyList<AgentToolSetting> settings, CancellationToken cancellationToken)
    {
        var tools = new List<BoundTool>();
        await AddAsync(tools, workspaceId, settings, cancellationToken);
        return new AgentToolbox(tools);
    }

    private async Task AddAsync(
        List<BoundTool> tools, Guid workspaceId, IReadOnlyList<AgentToolSetting> settings, CancellationToken cancellationToken)
    {
        foreach (var setting in settings)
        {
            var tool = await catalogue.FindAsync(workspaceId, setting.Reference, cancellationToken);
            tools.Add(new BoundTool(
                NameOf(setting.Reference, tools), setting.Reference.Key, tool ?? new MissingTool(setting), setting.Fixed(),
                setting.Confirm));
        }
    }

    // The name in the file, since prompts speak of it; where another tool has it, the provider's before it.
    private static string NameOf(ToolReference reference, List<BoundTool> tools)
    {
        var name = Clean(reference.ToolName);
        for (var number = 1; tools.Exists(tool => tool.Name == name); number++)
        {
            name = Clean(number == 1 ? $"{reference.Provider}_{reference.ToolName}" : $"{number}_{reference.ToolName}");
        }

        return name;
    }

    private static string Clean(string name)
    {
        var clean = Others().Replace(name, "_");
        return clean.Length <= LongestName ? clean : clean[..LongestName];
    }

    [GeneratedRegex("[^a-zA-Z0-9_-]")]
    private static partial Regex Others();
}
