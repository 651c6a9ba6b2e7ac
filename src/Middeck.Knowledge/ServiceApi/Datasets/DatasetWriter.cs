using Middeck.Http.Dialects.Dify;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.External;
using Middeck.Knowledge.ServiceApi.Models;
using Middeck.Knowledge.ServiceApi.Retrieval;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>Makes and changes datasets.</summary>
internal sealed class DatasetWriter(
    DatasetCaller caller,
    DatasetStore store,
    KnowledgeBaseAccess access,
    KnowledgeBaseService service,
    DatasetPermissions permissions,
    RetrievalModels retrieval,
    DatasetModels models,
    ExternalApiStore externalApis)
{
    private const int MaxName = 40;
    private const int MaxDescription = 400;

    /// <returns>The id of the dataset.</returns>
    public async Task<Guid> CreateAsync(CreateDataset request, CancellationToken cancellationToken)
    {
        var permission = string.IsNullOrEmpty(request.Permission) ? DatasetPermissions.OnlyMe : request.Permission;
        DatasetPermissions.Check(permission);
        var isExternal = request.Provider switch
        {
            null or "" or "vendor" => false,
            "external" => true,
            _ => throw DifyFaults.Invalid("provider", "provider must be one of: vendor, external."),
        };
        var created = await service.CreateAsync(
            caller.Caller,
            new CreateKnowledgeBase
            {
                Name = await NameAsync(request.Name ?? throw DifyFaults.Missing("name"), null, cancellationToken),
                Description = Description(request.Description),
                Indexing = Technique(request.IndexingTechnique) ?? IndexingMethod.HighQuality,
                EmbeddingModel = await EmbeddingAsync(
                    request.EmbeddingModelProvider, request.EmbeddingModel, cancellationToken),
                Retrieval = request.RetrievalModel is { } model
                    ? await retrieval.ReadAsync(caller.WorkspaceId, model, new RetrievalSettings(), cancellationToken)
                    : null,
                ExternalApiId = isExternal
                    ? DifyIds.Required("external_knowledge_api_id", request.ExternalKnowledgeApiId)
                    : null,
                ExternalKnowledgeId = isExternal ? request.ExternalKnowledgeId : null,
                Enrichment = request.SummaryIndexSetting is { } summary ? await EnrichmentAsync(summary, cancellationToken) : null,
            },
            cancellationToken);
        await permissions.WriteAsync(
            caller.WorkspaceId, created.Id, caller.Caller.UserId, permission, [], cancellationToken);
        return created.Id;
    }

    public async Task UpdateAsync(Guid id, UpdateDataset request, CancellationToken cancellationToken)
    {
        var before = await access.OpenAsync(caller.Caller, id, AccessLevel.Edit, cancellationToken);
        if (request.Permission is { Length: > 0 } permission)
        {
            DatasetPermissions.Check(permission);
        }

        var name = request.Name is null ? null : await NameAsync(request.Name, id, cancellationToken);
        var settings = request.RetrievalModel is { } model
            ? await retrieval.ReadAsync(caller.WorkspaceId, model, before.Retrieval, cancellationToken)
            : before.Retrieval;
        var embedding = await EmbeddingAsync(request.EmbeddingModelProvider, request.EmbeddingModel, cancellationToken);
        await PointAsync(before, request, cancellationToken);
        await service.UpdateAsync(
            caller.Caller,
            id,
            new UpdateKnowledgeBase
            {
                Name = name,
                Description = Description(request.Description),
                Retrieval = Asked(settings, request.ExternalRetrievalModel),
                Indexing = await IndexingAsync(before, Technique(request.IndexingTechnique), cancellationToken),
                EmbeddingModel = embedding,
            },
            cancellationToken);
        await OpenToAsync(id, request, cancellationToken);
    }

    /// <summary>Economy where the dataset is empty is written down here; the rest is left to whoever knows about vectors.</summary>
    /// <returns>What remains to be changed.</returns>
    public async Task<IndexingMethod?> IndexingAsync(
        KnowledgeBaseRow row, IndexingMethod? wanted, CancellationToken cancellationToken)
        => wanted is null || wanted == row.Indexing
            || (wanted == IndexingMethod.Economy && await store.MakeEconomyAsync(row.WorkspaceId, row.Id, cancellationToken))
                ? null
                : wanted;

    /// <exception cref="Core.Errors.FaultException">The word is none of the two.</exception>
    public static IndexingMethod? Technique(string? word) => word switch
    {
        null or "" => null,
        _ when SnakeCase.TryParse<IndexingMethod>(word, out var method) => method,
        _ => throw DifyFaults.Invalid("indexing_technique", "indexing_technique must be one of: high_quality, economy."),
    };

    /// <summary>The embedding model as we call it; null when none is named.</summary>
    public Task<string?> EmbeddingAsync(string? provider, string? model, CancellationToken cancellationToken)
        => models.FindAsync(caller.WorkspaceId, ModelType.Embedding, provider, model, cancellationToken);

    private static RetrievalSettings Asked(RetrievalSettings settings, ExternalRetrievalModel? external)
        => external is null
            ? settings
            : Previews.SettingsCheck.Passed(
                settings with
                {
                    TopK = external.TopK ?? settings.TopK,
                    ScoreThreshold = external.ScoreThresholdEnabled switch
                    {
                        true => external.ScoreThreshold ?? settings.ScoreThreshold ?? 0,
                        false => null,
                        _ => settings.ScoreThreshold,
                    },
                },
                "external_retrieval_model");

    private static string? Description(string? text)
        => text is null || text.Length <= MaxDescription
            ? text
            : throw DifyFaults.Invalid("description", $"description may have at most {MaxDescription} characters.");

    private async Task<string> NameAsync(string name, Guid? except, CancellationToken cancellationToken)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > MaxName)
        {
            throw DifyFaults.Invalid("name", $"name must have 1 to {MaxName} characters.");
        }

        return await store.IsTakenAsync(caller.WorkspaceId, trimmed, except, cancellationToken)
            ? throw DatasetFaults.NameTaken()
            : trimmed;
    }

    private async Task<EnrichmentSettings> EnrichmentAsync(SummaryIndexSetting summary, CancellationToken cancellationToken)
        => new()
        {
            Summary = summary.Enable ?? false,
            Model = await models.FindAsync(
                caller.WorkspaceId, ModelType.Llm, summary.ModelProviderName, summary.ModelName, cancellationToken),
        };

    private async Task PointAsync(KnowledgeBaseRow before, UpdateDataset request, CancellationToken cancellationToken)
    {
        var apiId = DifyIds.Optional("external_knowledge_api_id", request.ExternalKnowledgeApiId);
        if (!before.IsExternal || (apiId is null && string.IsNullOrEmpty(request.ExternalKnowledgeId)))
        {
            return;
        }

        if (apiId is { } api)
        {
            _ = await externalApis.FindAsync(caller.WorkspaceId, api, cancellationToken) ?? throw ExternalFaults.NoApi();
        }

        await store.SetExternalAsync(
            before.WorkspaceId,
            before.Id,
            apiId,
            string.IsNullOrEmpty(request.ExternalKnowledgeId) ? null : request.ExternalKnowledgeId,
            cancellationToken);
    }

    private async Task OpenToAsync(Guid id, UpdateDataset request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(request.Permission) && request.PartialMemberList is null)
        {
            return;
        }

        var row = (await store.PageAsync(caller.WorkspaceId, [id], 0, 1, cancellationToken)) is [var found]
            ? found
            : throw KnowledgeFaults.NoBase();
        var (present, members) = await permissions.OfAsync(caller.WorkspaceId, id, row.CreatedBy, cancellationToken);
        await permissions.WriteAsync(
            caller.WorkspaceId,
            id,
            row.CreatedBy,
            string.IsNullOrEmpty(request.Permission) ? present : request.Permission,
            request.PartialMemberList ?? [.. members.Select(static person => new PartialMember { UserId = person.ToString() })],
            cancellationToken);
    }
}
