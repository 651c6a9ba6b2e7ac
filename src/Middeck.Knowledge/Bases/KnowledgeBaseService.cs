using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Evaluation;
using Middeck.Knowledge.External;
using Middeck.Knowledge.Retrieval;
using Middeck.Knowledge.Usage;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Bases;

/// <summary>Makes, changes and lists knowledge bases.</summary>
internal sealed class KnowledgeBaseService(
    KnowledgeBaseStore bases,
    KnowledgeBaseAccess access,
    BaseRemovalQueue removals,
    IResourceAccess resources,
    Chunkers chunkers,
    IModelGateway models,
    ExternalApiStore externalApis,
    IndexPlaces places,
    EmbeddingModelChange modelChange,
    BaseDirectory directory,
    EvaluationQueue evaluations,
    BaseLinkReader links,
    KnowledgeUsers users,
    AuditTrail audit,
    TimeProvider clock)
{
    private static readonly KnowledgeBaseCounts Empty = new(0, 0, 0, 0, 0);

    public async Task<KnowledgeBase> CreateAsync(
        Caller caller, CreateKnowledgeBase request, CancellationToken cancellationToken)
    {
        var name = NameOf(request.Name);
        var chunking = request.Chunking ?? new ChunkingSettings();
        chunkers.Check(chunking);
        await CheckExternalAsync(caller, request, cancellationToken);

        var now = clock.GetUtcNow();
        var row = new KnowledgeBaseRow(
            Ids.New(clock),
            caller.WorkspaceId,
            name,
            request.Description?.Trim() ?? "",
            request.Indexing,
            chunking,
            request.Indexing == IndexingMethod.Economy || request.ExternalApiId is not null
                ? null
                : await EmbeddingModelAsync(caller, request.EmbeddingModel, cancellationToken),
            request.Retrieval ?? new RetrievalSettings(),
            0,
            now,
            now)
        {
            ExternalApiId = request.ExternalApiId,
            ExternalKnowledgeId = request.ExternalKnowledgeId?.Trim(),
            Reading = request.Reading ?? new ReadingSettings(),
            Enrichment = request.Enrichment ?? new EnrichmentSettings(),
        };

        await bases.InsertAsync(row, caller.UserId, cancellationToken);
        audit.About("knowledge_base", row.Id, row.Name)
            .Change(null, new { row.Name, row.Indexing, row.Chunking, row.EmbeddingModel, row.Retrieval });
        return KnowledgeBase.From(row, Empty, places.Of(row), BaseLinks.None);
    }

    public async Task<Page<KnowledgeBase>> ListAsync(
        Caller caller, string? text, Guid? tag, PageRequest page, CancellationToken cancellationToken)
    {
        var ids = await bases.IdsAsync(caller.WorkspaceId, text, tag, cancellationToken);
        var visible = await resources.VisibleAsync(caller, ResourceKind.KnowledgeBase, ids, cancellationToken);
        var rows = await bases.PageAsync(caller.WorkspaceId, visible, page, cancellationToken);
        Guid[] shown = [.. rows.Data.Select(row => row.Id)];
        var counts = await bases.CountAsync(caller.WorkspaceId, shown, cancellationToken);
        var around = await links.OfAsync(caller.WorkspaceId, shown, cancellationToken);
        return rows.Select(row => KnowledgeBase.From(
            row, counts.GetValueOrDefault(row.Id, Empty), places.Of(row), around[row.Id]));
    }

    public async Task<KnowledgeBase> GetAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => await CountedAsync(await access.OpenAsync(caller, id, AccessLevel.Use, cancellationToken), cancellationToken);

    public async Task<KnowledgeBase> UpdateAsync(
        Caller caller, Guid id, UpdateKnowledgeBase request, CancellationToken cancellationToken)
    {
        var before = await access.OpenAsync(caller, id, AccessLevel.Edit, cancellationToken);
        if (request.Chunking is { } chunking)
        {
            chunkers.Check(chunking);
        }

        var after = before with
        {
            Name = request.Name is null ? before.Name : NameOf(request.Name),
            Description = request.Description?.Trim() ?? before.Description,
            Chunking = request.Chunking ?? before.Chunking,
            Retrieval = request.Retrieval ?? before.Retrieval,
            Reading = request.Reading ?? before.Reading,
            Enrichment = request.Enrichment ?? before.Enrichment,
            UpdatedAt = clock.GetUtcNow(),
        };

        var model = await OtherEmbeddingModelAsync(caller, before, request, cancellationToken);
        await bases.UpdateAsync(after, cancellationToken);
        after = model is null ? after : await ChangeModelAsync(caller, after, model, cancellationToken);
        directory.Forget(id);
        await evaluations.AfterChangeAsync(before, after, caller.UserId, cancellationToken);
        audit.About("knowledge_base", id, after.Name).Change(Settings(before), Settings(after));
        return await CountedAsync(after, cancellationToken);
    }

    public async Task<KnowledgeBase> CancelReembeddingAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => await CountedAsync(await modelChange.CancelAsync(caller, id, cancellationToken), cancellationToken);

    public async Task DeleteAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller, id, AccessLevel.Manage, cancellationToken);
        var apps = await users.ListAsync(row.WorkspaceId, id, cancellationToken);
        if (!await bases.MarkDeletedAsync(caller.WorkspaceId, id, cancellationToken))
        {
            throw KnowledgeFaults.NoBase();
        }

        directory.Forget(id);
        await removals.EnqueueAsync(row.WorkspaceId, row.Id, row.Name, caller.UserId, cancellationToken);
        await resources.RemoveAsync(caller.WorkspaceId, ResourceKind.KnowledgeBase, id, cancellationToken);
        audit.About("knowledge_base", id, row.Name)
            .Change(new { Settings = Settings(row), Apps = apps.Select(app => new { app.Id, app.Name }) }, null);
    }

    private async Task CheckExternalAsync(
        Caller caller, CreateKnowledgeBase request, CancellationToken cancellationToken)
    {
        if (request.ExternalApiId is not { } apiId)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(request.ExternalKnowledgeId))
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.external_knowledge_id_needed",
                "Say what the external API calls the knowledge.",
                "external_knowledge_id"));
        }

        _ = await externalApis.FindAsync(caller.WorkspaceId, apiId, cancellationToken) ?? throw ExternalFaults.NoApi();
    }

    private static object Settings(KnowledgeBaseRow row)
        => new
        {
            row.Name,
            row.Description,
            row.Indexing,
            row.Chunking,
            row.EmbeddingModel,
            row.NextEmbeddingModel,
            row.Retrieval,
            row.Reading,
            row.Enrichment,
        };

    private static string NameOf(string name)
        => name.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : throw new FaultException(Fault.Invalid("knowledge.name_empty", "Give the knowledge base a name.", "name"));

    private async Task<KnowledgeBase> CountedAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        var counts = await bases.CountAsync(row.WorkspaceId, [row.Id], cancellationToken);
        var around = await links.OfAsync(row.WorkspaceId, [row.Id], cancellationToken);
        return KnowledgeBase.From(row, counts.GetValueOrDefault(row.Id, Empty), places.Of(row), around[row.Id]);
    }

    // The default of this moment is written down: when it changes later, the vectors that are there must stay comparable.
    private async Task<string?> EmbeddingModelAsync(Caller caller, string? model, CancellationToken cancellationToken)
    {
        if (model is null)
        {
            return await models.DefaultAsync(caller.WorkspaceId, ModelType.Embedding, cancellationToken);
        }

        // Asked for only to be refused here, and not by the first document, when there is no such model.
        await models.EmbeddingsAsync(KnowledgeCalls.By(caller), model, cancellationToken);
        return model;
    }

    // The model that the base should have instead of the present one; null when it stays.
    private async Task<string?> OtherEmbeddingModelAsync(
        Caller caller, KnowledgeBaseRow row, UpdateKnowledgeBase request, CancellationToken cancellationToken)
    {
        if (row.Indexing == IndexingMethod.HighQuality && request.Indexing == IndexingMethod.Economy)
        {
            throw new FaultException(Fault.Conflict(
                "knowledge.indexing_fixed",
                "A high_quality knowledge base cannot become an economy one. Create another and upload the documents there."));
        }

        var isEconomy = row.Indexing == IndexingMethod.Economy;
        if (isEconomy && request.Indexing != IndexingMethod.HighQuality)
        {
            return request.EmbeddingModel is null
                ? null
                : throw new FaultException(Fault.Invalid(
                    "knowledge.economy_has_no_embedding",
                    "An economy knowledge base is searched by words alone and has no embedding model. "
                    + "Set indexing to high_quality as well.",
                    "embedding_model"));
        }

        var stays = isEconomy
            ? row.NextEmbeddingModel is not null && request.EmbeddingModel is null
            : request.EmbeddingModel is null || request.EmbeddingModel == row.EmbeddingModel;
        return stays || (request.EmbeddingModel is not null && request.EmbeddingModel == row.NextEmbeddingModel)
            ? null
            : await EmbeddingModelAsync(caller, request.EmbeddingModel, cancellationToken);
    }

    private async Task<KnowledgeBaseRow> ChangeModelAsync(
        Caller caller, KnowledgeBaseRow row, string model, CancellationToken cancellationToken)
    {
        var counts = await bases.CountAsync(row.WorkspaceId, [row.Id], cancellationToken);
        if (counts.ContainsKey(row.Id))
        {
            return await modelChange.BeginAsync(caller, row, model, cancellationToken);
        }

        var changed = row with { Indexing = IndexingMethod.HighQuality, EmbeddingModel = model };
        await bases.SetModelAsync(changed, cancellationToken);
        return changed;
    }
}
