using System.Text.Json;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Bases;

/// <summary>The rows of knowledge bases.</summary>
internal sealed class KnowledgeBaseStore(Database database, TimeProvider clock)
{
    public Task InsertAsync(KnowledgeBaseRow row, Guid? createdBy, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.base (id, workspace_id, name, description, indexing, chunking, embedding_model,
                                        retrieval, reading, enrichment, created_by, created_at, updated_at, external_api_id,
                                        external_knowledge_id)
            VALUES ({row.Id}, {row.WorkspaceId}, {row.Name}, {row.Description}, {row.Indexing}, {Json(row.Chunking)},
                    {row.EmbeddingModel}, {Json(row.Retrieval)}, {Json(row.Reading)}, {Json(row.Enrichment)}, {createdBy},
                    {row.CreatedAt}, {row.UpdatedAt}, {row.ExternalApiId}, {row.ExternalKnowledgeId})
            """,
            cancellationToken);

    public Task<KnowledgeBaseRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {KnowledgeBaseRow.Columns} FROM knowledge.base
            WHERE id = {id} AND workspace_id = {workspaceId} AND deleted_at IS NULL
            """,
            KnowledgeBaseRow.From,
            cancellationToken);

    public Task<List<KnowledgeBaseRow>> FindAllAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {KnowledgeBaseRow.Columns} FROM knowledge.base
            WHERE id = ANY({ids.ToArray()}) AND workspace_id = {workspaceId} AND deleted_at IS NULL
            """,
            KnowledgeBaseRow.From,
            cancellationToken);

    /// <summary>The ids of all bases whose name or description holds the text, and that have the tag.</summary>
    public Task<List<Guid>> IdsAsync(Guid workspaceId, string? text, Guid? tag, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id FROM knowledge.base
            WHERE workspace_id = {workspaceId} AND deleted_at IS NULL
              AND ({text}::text IS NULL OR strpos(lower(name || ' ' || description), lower({text}::text)) > 0)
              AND ({tag}::uuid IS NULL OR EXISTS (
                  SELECT FROM knowledge.base_tag WHERE base_tag.base_id = base.id AND base_tag.tag_id = {tag}::uuid))
            """,
            static row => row.At<Guid>(0),
            cancellationToken);

    /// <summary>A page of the bases among <paramref name="ids"/>, newest first.</summary>
    public async Task<Page<KnowledgeBaseRow>> PageAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> ids, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await database.QueryAsync(
            $"""
            SELECT {KnowledgeBaseRow.Columns} FROM knowledge.base
            WHERE id = ANY({ids.ToArray()}) AND workspace_id = {workspaceId} AND deleted_at IS NULL
              AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            KnowledgeBaseRow.From,
            cancellationToken);
        return page.ToPage(rows, static row => row.Id);
    }

    public async Task<IReadOnlyDictionary<Guid, KnowledgeBaseCounts>> CountAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var counts = await database.QueryAsync(
            $"""
            SELECT base_id, count(*) AS documents, coalesce(sum(chunk_count), 0)::bigint AS chunks,
                   coalesce(sum(character_count), 0)::bigint AS characters,
                   count(*) FILTER (WHERE status = 'error') AS failed,
                   count(*) FILTER (WHERE status IN ('waiting', 'parsing', 'cleaning', 'splitting', 'indexing')) AS processing
            FROM knowledge.document
            WHERE base_id = ANY({ids.ToArray()}) AND workspace_id = {workspaceId}
            GROUP BY base_id
            """,
            static row => KeyValuePair.Create(
                row.Get<Guid>("base_id"),
                new KnowledgeBaseCounts(
                    row.Get<long>("documents"),
                    row.Get<long>("chunks"),
                    row.Get<long>("characters"),
                    row.Get<long>("failed"),
                    row.Get<long>("processing"))),
            cancellationToken);
        return counts.ToDictionary();
    }

    public Task UpdateAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.base
            SET name = {row.Name}, description = {row.Description}, chunking = {Json(row.Chunking)},
                retrieval = {Json(row.Retrieval)}, reading = {Json(row.Reading)},
                enrichment = {Json(row.Enrichment)}, updated_at = {clock.GetUtcNow()}
            WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId} AND deleted_at IS NULL
            """,
            cancellationToken);

    /// <summary>Sets how an empty base will be searched.</summary>
    public Task SetModelAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.base SET indexing = {row.Indexing}, embedding_model = {row.EmbeddingModel}
            WHERE id = {row.Id} AND workspace_id = {row.WorkspaceId}
            """,
            cancellationToken);

    /// <summary>Hides the base from everybody. False when it was not there.</summary>
    public async Task<bool> MarkDeletedAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.base SET deleted_at = {clock.GetUtcNow()}
            WHERE id = {id} AND workspace_id = {workspaceId} AND deleted_at IS NULL
            """,
            cancellationToken) == 1;

    private static NpgsqlParameter Json<T>(T value)
        => SqlText.Jsonb(JsonSerializer.Serialize(value, Core.Json.Snake));
}
