using Middeck.Identity.Access;
using Middeck.Identity.Users;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Metadata;
using Middeck.Knowledge.ServiceApi.Models;
using Middeck.Knowledge.ServiceApi.Retrieval;
using Middeck.Knowledge.Usage;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>Reads datasets with all that Dify shows of them.</summary>
internal sealed class DatasetReader(
    DatasetCaller caller,
    DatasetStore store,
    KnowledgeBaseAccess access,
    IResourceAccess resources,
    DatasetPermissions permissions,
    DatasetModels models,
    MetadataStore metadata,
    BaseLinkReader links,
    IPeople people)
{
    /// <exception cref="Core.Errors.FaultException">The workspace has no such dataset.</exception>
    public async Task<Dataset> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller.Caller, id, AccessLevel.Use, cancellationToken);
        var rows = await store.PageAsync(caller.WorkspaceId, [id], 0, 1, cancellationToken);
        return rows.Count == 0 ? throw KnowledgeFaults.NoBase() : (await CompleteAsync(rows, cancellationToken))[0];
    }

    /// <summary>Newest first: what is open to the person who made the key, or everything.</summary>
    public async Task<DatasetList<Dataset>> ListAsync(
        DatasetPage page,
        string? keyword,
        IReadOnlyCollection<Guid> tags,
        bool includeAll,
        CancellationToken cancellationToken)
    {
        var (offset, limit) = (page.Offset(), page.Limit());
        IReadOnlyCollection<Guid> ids = await store.IdsAsync(
            caller.WorkspaceId, string.IsNullOrEmpty(keyword) ? null : keyword, tags, cancellationToken);
        if (!includeAll && caller.Person is { } person)
        {
            ids = await resources.VisibleAsync(person, ResourceKind.KnowledgeBase, ids, cancellationToken);
        }

        var rows = await store.PageAsync(caller.WorkspaceId, ids, offset, limit, cancellationToken);
        return page.Of(await CompleteAsync(rows, cancellationToken), ids.Count);
    }

    private async Task<IReadOnlyList<Dataset>> CompleteAsync(
        List<DatasetRow> rows, CancellationToken cancellationToken)
    {
        var around = await links.OfAsync(caller.WorkspaceId, [.. rows.Select(static row => row.Base.Id)], cancellationToken);
        var names = await people.NamesAsync(
            [.. rows.Select(static row => row.CreatedBy).OfType<Guid>().Distinct()], cancellationToken);
        var datasets = new List<Dataset>(rows.Count);
        foreach (var row in rows)
        {
            datasets.Add(await CompleteAsync(
                row, around[row.Base.Id], row.CreatedBy is { } author ? names.GetValueOrDefault(author) : null, cancellationToken));
        }

        return datasets;
    }

    private async Task<Dataset> CompleteAsync(
        DatasetRow row, BaseLinks around, string? author, CancellationToken cancellationToken)
    {
        var kb = row.Base;
        var (permission, members) = await permissions.OfAsync(kb.WorkspaceId, kb.Id, row.CreatedBy, cancellationToken);
        var fields = await metadata.FieldsAsync(kb.WorkspaceId, kb.Id, cancellationToken);
        var (provider, model) = DatasetModels.Split(kb.EmbeddingModel);
        var (summaryProvider, summaryModel) = DatasetModels.Split(kb.Enrichment.Model);
        return new Dataset
        {
            Id = kb.Id,
            Name = kb.Name,
            Description = kb.Description,
            Provider = kb.IsExternal ? "external" : "vendor",
            Permission = permission,
            DataSourceType = row.Documents == 0 ? null : "upload_file",
            IndexingTechnique = SnakeCase.Of(kb.Indexing.ToString()),
            AppCount = around.AppCount,
            DocumentCount = row.Documents,
            WordCount = row.Characters,
            CreatedBy = row.CreatedBy,
            AuthorName = author,
            CreatedAt = kb.CreatedAt.ToUnixTimeSeconds(),
            UpdatedBy = row.CreatedBy,
            UpdatedAt = kb.UpdatedAt.ToUnixTimeSeconds(),
            EmbeddingModel = model,
            EmbeddingModelProvider = provider,
            EmbeddingAvailable = await models.IsAvailableAsync(
                KnowledgeCalls.By(caller.Caller), kb.EmbeddingModel, cancellationToken),
            RetrievalModelDict = RetrievalModels.Of(kb.Retrieval, kb.EmbeddingModel),
            SummaryIndexSetting = new SummaryIndexSetting
            {
                Enable = kb.Enrichment.Summary,
                ModelName = summaryModel,
                ModelProviderName = summaryProvider,
                SummaryPrompt = "",
            },
            Tags = [.. around.Tags.Select(static tag => new DatasetTag(tag.Id, tag.Name, "knowledge"))],
            DocForm = DocForms.Of(kb.Chunking.Mode),
            ExternalKnowledgeInfo = new ExternalKnowledge(
                kb.ExternalKnowledgeId, kb.ExternalApiId, row.ApiName, row.ApiEndpoint),
            ExternalRetrievalModel = new ExternalRetrievalModel
            {
                TopK = kb.Retrieval.TopK,
                ScoreThreshold = kb.Retrieval.ScoreThreshold ?? 0,
                ScoreThresholdEnabled = kb.Retrieval.ScoreThreshold is not null,
            },
            DocMetadata =
                [.. fields.Select(static field => new DatasetField(field.Id.ToString(), field.Name, SnakeCase.Of(field.Type.ToString())))],
            BuiltInFieldEnabled = kb.BuiltInMetadata,
            TotalDocuments = row.Documents,
            TotalAvailableDocuments = row.Available,
            Maintainer = row.CreatedBy,
            PartialMemberList = members,
        };
    }
}
