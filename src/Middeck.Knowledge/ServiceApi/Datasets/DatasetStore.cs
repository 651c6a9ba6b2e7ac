using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>Reads datasets by numbered pages and by name.</summary>
internal sealed class DatasetStore(Database database)
{
    /// <summary>The ids of all whose name holds the text and that have one of the tags; null and none for any.</summary>
    public Task<List<Guid>> IdsAsync(
        Guid workspaceId, string? text, IReadOnlyCollection<Guid> tags, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id FROM knowledge.base
            WHERE workspace_id = {workspaceId} AND deleted_at IS NULL
              AND ({text}::text IS NULL OR strpos(lower(name), lower({text}::text)) > 0)
              AND ({tags.Count == 0} OR EXISTS (
                  SELECT FROM knowledge.base_tag WHERE base_tag.base_id = base.id AND base_tag.tag_id = ANY({tags.ToArray()})))
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>Some of the datasets among <paramref name="ids"/>, newest first.</summary>
    public Task<List<DatasetRow>> PageAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> ids, int offset, int limit, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DatasetRow.Columns} FROM knowledge.base
            LEFT JOIN knowledge.external_api ON external_api.id = base.external_api_id
            WHERE base.id = ANY({ids.ToArray()}) AND base.workspace_id = {workspaceId} AND base.deleted_at IS NULL
            ORDER BY base.id DESC OFFSET {offset} LIMIT {limit}
            """,
            DatasetRow.From,
            cancellationToken);

    /// <summary>Whether another dataset of the workspace has the name.</summary>
    public Task<bool> IsTakenAsync(Guid workspaceId, string name, Guid? except, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (SELECT FROM knowledge.base
                WHERE workspace_id = {workspaceId} AND name = {name} AND deleted_at IS NULL
                  AND ({except}::uuid IS NULL OR id <> {except}::uuid))
            """,
            cancellationToken);

    /// <summary>Makes an empty base one that is searched by words alone. False when it has documents.</summary>
    public async Task<bool> MakeEconomyAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.base SET indexing = 'economy', embedding_model = NULL
            WHERE id = {id} AND workspace_id = {workspaceId}
              AND NOT EXISTS (SELECT FROM knowledge.document WHERE document.base_id = base.id)
            """,
            cancellationToken) == 1;

    /// <summary>Points a base to other external knowledge.</summary>
    public Task SetExternalAsync(
        Guid workspaceId, Guid id, Guid? apiId, string? knowledgeId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.base
            SET external_api_id = coalesce({apiId}::uuid, external_api_id),
                external_knowledge_id = coalesce({knowledgeId}::text, external_knowledge_id)
            WHERE id = {id} AND workspace_id = {workspaceId} AND external_api_id IS NOT NULL
            """,
            cancellationToken);
}
