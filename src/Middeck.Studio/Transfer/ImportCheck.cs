using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Models.Gateway;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Transfer;

/// <summary>Tells what a configuration names that the workspace does not have.</summary>
internal sealed class ImportCheck(IModelGateway models, IEnumerable<IResourceLookup> lookups)
{
    private const string Root = "model_config";

    public async Task<List<ImportWarning>> FindAsync(
        Caller caller, JsonElement config, CancellationToken cancellationToken)
    {
        var warnings = new List<ImportWarning>();
        if (await RefusalOfModelAsync(caller, AppConfig.Read(config).Model, cancellationToken) is { } refusal)
        {
            warnings.Add(new ImportWarning("unknown_model", refusal.Detail, $"{Root}.model"));
        }

        var root = new FieldCheck(config, Root);
        foreach (var dataset in Datasets(root))
        {
            if (!await HasBaseAsync(caller.WorkspaceId, dataset.Value.Text(), cancellationToken))
            {
                warnings.Add(new ImportWarning(
                    "unknown_dataset", "The workspace has no such knowledge base; choose one for the app.", dataset.Path));
            }
        }

        warnings.AddRange(Tools(root).Select(static tool => new ImportWarning(
            "unknown_tool", $"The tool '{tool.Member("tool_name").Value.Text()}' is not there; choose another.", tool.Path)));
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

    private static IEnumerable<FieldCheck> Tools(FieldCheck root)
    {
        var agent = root.Member("agent_mode");
        return agent.Member("tools").Items().Where(tool => agent.Member("enabled").Value.Flag() == true
            && tool.Member("tool_name").Value.Text() is not null
            && tool.Member("enabled").Value.Flag() != false);
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
