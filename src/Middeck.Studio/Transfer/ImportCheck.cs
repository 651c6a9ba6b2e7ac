using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Models.Gateway;
using Middeck.Studio.Agents;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Transfer;

/// <summary>Tells what a configuration without a graph names that the workspace does not have.</summary>
internal sealed class ImportCheck(IModelGateway models, IEnumerable<IResourceLookup> lookups, ToolCatalogue catalogue)
{
    /// <param name="caller">In whose workspace.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="place">What it is called where it comes from, for the paths.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<List<ImportWarning>> FindAsync(
        Caller caller, JsonElement config, string place, CancellationToken cancellationToken)
    {
        var warnings = new List<ImportWarning>();
        if (await RefusalOfModelAsync(caller, AppConfig.Read(config).Model, cancellationToken) is { } refusal)
        {
            warnings.Add(new ImportWarning("unknown_model", refusal.Detail, $"{place}.model"));
        }

        var root = new FieldCheck(config, place);
        foreach (var dataset in Datasets(root))
        {
            if (!await HasBaseAsync(caller.WorkspaceId, dataset.Value.Text(), cancellationToken))
            {
                warnings.Add(new ImportWarning(
                    "unknown_dataset", "The workspace has no such knowledge base; choose one for the app.", dataset.Path));
            }
        }

        warnings.AddRange(await MissingToolsAsync(caller.WorkspaceId, AppConfig.Read(config), place, cancellationToken));
        return warnings;
    }

    private static IEnumerable<FieldCheck> Datasets(FieldCheck root)
    {
        var chosen = root.Member("dataset_configs").Member("datasets").Member("datasets").Items();
        // Older files name them among the agent's tools.
        return chosen.Concat(root.Member("agent_mode").Member("tools").Items())
            .Select(static item => item.Member("dataset").Member("id"))
            .Where(static id => id.Value.Text() is { Length: > 0 });
    }

    private async Task<List<ImportWarning>> MissingToolsAsync(
        Guid workspaceId, AppConfig config, string place, CancellationToken cancellationToken)
    {
        var missing = new List<ImportWarning>();
        if (config.Section("agent_mode").Member("enabled").Flag() == false)
        {
            return missing;
        }

        foreach (var tool in AgentSettings.Read(config).Tools)
        {
            if (await catalogue.FindAsync(workspaceId, tool.Reference, cancellationToken) is null)
            {
                missing.Add(new ImportWarning(
                    "unknown_tool", ToolFaults.MissingSentence(tool.Reference.ToolName), $"{place}.{tool.Path}"));
            }
        }

        return missing;
    }

    private async Task<Fault?> RefusalOfModelAsync(Caller caller, string? model, CancellationToken cancellationToken)
    {
        try
        {
            using var client = await models.ChatAsync(
                new ModelCaller(caller.WorkspaceId, "app", UserId: caller.UserId, KeyId: caller.KeyId), model, cancellationToken);
            return null;
        }
        catch (FaultException ex)
        {
            return ex.Fault;
        }
    }

    private async Task<bool> HasBaseAsync(Guid workspaceId, string? id, CancellationToken cancellationToken)
    {
        // Other workspaces' ids come encrypted.
        return Guid.TryParse(id, out var baseId)
            && await lookups.Single(lookup => lookup.Kind == ResourceKind.KnowledgeBase)
                .ExistsAsync(workspaceId, baseId, cancellationToken);
    }
}
