using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Models.Gateway;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Studio.Workflows.Triggers;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Apps.Problems;

/// <summary>Tells what is wrong with a graph in a workspace: in itself, and what it names that the workspace does not have.</summary>
internal sealed class GraphReview(IModelGateway models, IEnumerable<IResourceLookup> lookups, ToolCatalogue catalogue)
{
    /// <summary>All problems, what keeps it from running first, then in the order of the nodes.</summary>
    public async Task<IReadOnlyList<AppProblem>> FindAsync(
        Caller caller, string mode, AppConfig config, CancellationToken cancellationToken)
    {
        List<AppProblem> problems =
            [.. GraphShape.Find(mode, config), .. TriggerProblems.Find(config), .. GraphReferences.FindDangling(config)];
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var node in config.Workflow.Nodes)
        {
            foreach (var model in NodeNames.Models(node))
            {
                if (!await IsKnownAsync(known, $"model {model}", () => HasModelAsync(caller, model, cancellationToken)))
                {
                    problems.Add(new AppProblem(
                        node.Id, "unknown_model",
                        $"The workspace has no model '{model}', which {NodeTitle.Of(node)} names: its default model answers instead."));
                }
            }

            foreach (var tool in NodeNames.Tools(node))
            {
                if (!await IsKnownAsync(
                    known, $"tool {tool.ProviderType} {tool.ProviderId} {tool.ToolName}",
                    async () => await catalogue.FindAsync(caller.WorkspaceId, tool, cancellationToken) is not null))
                {
                    problems.Add(new AppProblem(node.Id, "unknown_tool", ToolFaults.MissingSentence(tool.ToolName)));
                }
            }

            if (NodeNames.KnowledgeBases(node) is { } bases)
            {
                problems.AddRange(await MissingBasesAsync(caller.WorkspaceId, node, bases, known, cancellationToken));
            }
        }

        return [.. problems.OrderByDescending(static problem => problem.IsError)];
    }

    private async Task<List<AppProblem>> MissingBasesAsync(
        Guid workspaceId, GraphNode node, IReadOnlyList<string> bases, Dictionary<string, bool> known, CancellationToken cancellationToken)
    {
        var missing = 0;
        foreach (var id in bases)
        {
            if (!await IsKnownAsync(known, $"base {id}", () => HasBaseAsync(workspaceId, id, cancellationToken)))
            {
                missing++;
            }
        }

        return bases.Count == 0
            ? [new AppProblem(node.Id, "no_knowledge_base", $"{NodeTitle.Of(node)} looks in no knowledge base. Choose one.")]
            : missing > 0
                ? [new AppProblem(
                    node.Id, "unknown_dataset",
                    $"{missing} of the {bases.Count} knowledge bases of {NodeTitle.Of(node)} are not in this workspace. Choose others.")]
                : [];
    }

    private static async Task<bool> IsKnownAsync(Dictionary<string, bool> known, string key, Func<Task<bool>> ask)
        => known.TryGetValue(key, out var answer) ? answer : known[key] = await ask();

    private async Task<bool> HasModelAsync(Caller caller, string model, CancellationToken cancellationToken)
    {
        try
        {
            using var client = await models.ChatAsync(
                new ModelCaller(caller.WorkspaceId, "app", UserId: caller.UserId, KeyId: caller.KeyId), model, cancellationToken);
            return true;
        }
        catch (FaultException)
        {
            // Whatever keeps it from being asked, the app does without it.
            return false;
        }
    }

    // Identifiers of other workspaces come encrypted.
    private async Task<bool> HasBaseAsync(Guid workspaceId, string id, CancellationToken cancellationToken)
        => Guid.TryParse(id, out var baseId)
            && await lookups.Single(lookup => lookup.Kind == ResourceKind.KnowledgeBase)
                .ExistsAsync(workspaceId, baseId, cancellationToken);
}
