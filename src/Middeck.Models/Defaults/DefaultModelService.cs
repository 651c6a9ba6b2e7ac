using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;

namespace Middeck.Models.Defaults;

/// <summary>Shows and changes a workspace's default models.</summary>
internal sealed class DefaultModelService(Database database, ModelCatalogue catalogue)
{
    public async Task<DefaultModels> GetAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var models = await catalogue.GetAsync(workspaceId, cancellationToken);
        var chosen = ModelNames.Of(type => models.Defaults.GetValueOrDefault(type));
        return new DefaultModels(
            chosen.Llm,
            chosen.Embedding,
            chosen.Rerank,
            chosen.SpeechToText,
            chosen.TextToSpeech,
            chosen.Image,
            chosen.Moderation,
            ModelNames.Of(models.DefaultOf));
    }

    /// <summary>Changes the types that are named and leaves the others; null goes back to the automatic choice.</summary>
    public async Task<DefaultModels> SetAsync(
        Guid workspaceId,
        IReadOnlyDictionary<string, string?> request,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var models = await catalogue.GetAsync(workspaceId, cancellationToken);
        // "resolved" is part of what was read, so a client that sends it back means no harm.
        var changes = request.Where(change => change.Key != "resolved")
            .Select(change => Check(models, change.Key, change.Value)).ToList();
        var before = await GetAsync(workspaceId, cancellationToken);
        await database.InTransactionAsync(
            async sql =>
            {
                foreach (var (type, model) in changes)
                {
                    await WriteAsync(sql, workspaceId, type, model, cancellationToken);
                }
            },
            cancellationToken);
        await catalogue.ChangedAsync(workspaceId, cancellationToken);
        var after = await GetAsync(workspaceId, cancellationToken);
        audit.About("default_models", workspaceId).Change(before, after);
        return after;
    }

    private static (ModelType Type, string? Model) Check(WorkspaceModels models, string field, string? model)
    {
        var types = Enum.GetValues<ModelType>();
        var index = Array.FindIndex(types, value => SnakeCase.Of(value.ToString()) == field);
        if (index < 0)
        {
            var known = string.Join(", ", types.Select(value => SnakeCase.Of(value.ToString())));
            throw new FaultException(Fault.Invalid(
                "models.unknown_type", $"There is no type of model '{field}'. Types: {known}.", field));
        }

        if (string.IsNullOrEmpty(model))
        {
            return (types[index], null);
        }

        // The model is a value of the request here, so not finding it is the request's fault and not a missing page.
        return models.Refusal(ModelName.Parse(model), types[index]) is { } refusal
            ? throw new FaultException(refusal with { Kind = FaultKind.Invalid, Field = field })
            : (types[index], model);
    }

    private static Task<int> WriteAsync(
        ISql sql, Guid workspaceId, ModelType type, string? model, CancellationToken cancellationToken)
        => model is null
            ? sql.ExecuteAsync(
                $"DELETE FROM models.default_model WHERE workspace_id = {workspaceId} AND type = {type}", cancellationToken)
            : sql.ExecuteAsync(
                $"""
                INSERT INTO models.default_model (workspace_id, type, model) VALUES ({workspaceId}, {type}, {model})
                ON CONFLICT (workspace_id, type) DO UPDATE SET model = excluded.model
                """,
                cancellationToken);
}
