using System.Text.Json;
using Middeck.Core.Security;
using Middeck.Studio.Apps;
using Middeck.Studio.Apps.Problems;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Upgrades;

namespace Middeck.Studio.Transfer;

/// <summary>What is done with files of apps that have a graph, besides what is done with all.</summary>
internal sealed class GraphImport(GraphReview review)
{
    private const string Dependencies = "dependencies";

    /// <summary>
    /// The file with a graph that can be drawn. Everything else of an old graph stays as it is written: it is read as today's when
    /// it runs.
    /// </summary>
    public static AppFile Complete(AppFile file)
    {
        if (!AppMode.IsGraph(file.Mode))
        {
            return file;
        }

        var config = JsonSerializer.SerializeToNode(file.Config, Core.Json.Snake)!.AsObject();
        var changes = GraphUpgrade.CompleteContainers(config["graph"]!.AsObject());
        return changes.Count == 0
            ? file
            : file with { Config = JsonSerializer.SerializeToElement(config, Core.Json.Snake), Changes = changes };
    }

    /// <summary>What was changed, and what will not work as it is.</summary>
    public async Task<List<ImportWarning>> FindAsync(Caller caller, AppFile file, CancellationToken cancellationToken)
    {
        var config = AppConfig.Read(file.Config, file.Mode);
        var problems = await review.FindAsync(caller, file.Mode, config, cancellationToken);
        var places = config.Graph.Member("nodes").Items()
            .Select(static (node, index) => (Id: node.Member("id").Text() ?? "", index))
            .DistinctBy(static node => node.Id)
            .ToDictionary(static node => node.Id, static node => node.index);
        return
        [
            .. file.Changes.Select(static change => new ImportWarning("upgraded", change, "workflow.graph")),
            .. problems.Select(problem => new ImportWarning(
                problem.Code, problem.Message,
                problem.NodeId is { } id && places.TryGetValue(id, out var index) ? $"workflow.graph.nodes[{index}]" : "workflow.graph")
            {
                NodeId = problem.NodeId,
            }),
            .. MissingPlugins(file, config, problems),
        ];
    }

    // {"type": "marketplace", "value": {"marketplace_plugin_unique_identifier": "langgenius/openai:0.0.26@f8a1…"}}: what nodes name
    // as "langgenius/openai/openai". One whose nodes find all that they name is not missed.
    private static IEnumerable<ImportWarning> MissingPlugins(
        AppFile file, AppConfig config, IReadOnlyList<AppProblem> problems)
    {
        var lacking = problems.Where(static problem => problem.Code is "unknown_model" or "unknown_tool" or "unsupported_node")
            .Select(static problem => problem.NodeId)
            .ToHashSet();
        foreach (var (dependency, index) in file.Envelope.Member(Dependencies).Items().Select(static (item, index) => (item, index)))
        {
            if (PluginOf(dependency.Member("value")) is { } plugin
                && config.Workflow.Nodes.Any(node => lacking.Contains(node.Id) && Names(node, plugin)))
            {
                yield return new ImportWarning(
                    "missing_plugin",
                    $"The file relies on the plugin '{plugin}', which does not exist here. Add a model provider or a tool that does the same, and choose it in the nodes that name the plugin.",
                    $"{Dependencies}[{index}]");
            }
        }
    }

    private static string? PluginOf(JsonElement? value)
    {
        var id = value.Member("marketplace_plugin_unique_identifier").Text()
            ?? value.Member("plugin_unique_identifier").Text()
            ?? value.Member("github_plugin_unique_identifier").Text();
        return id?.Split(':')[0] is { Length: > 0 } plugin ? plugin : null;
    }

    private static bool Names(GraphNode node, string plugin)
        => node.Data.GetRawText().Contains($"\"{plugin}/", StringComparison.Ordinal);
}
