using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Transfer;

/// <summary>Writes the rows of an imported base. Until it is published nobody sees any of them.</summary>
internal sealed class ImportStore(Database database, ObjectReferences objects, TimeProvider clock)
{
    /// <summary>Whether the base is there for everybody.</summary>
    public Task<bool> IsPublishedAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (
                SELECT FROM knowledge.base WHERE id = {baseId} AND workspace_id = {workspaceId} AND deleted_at IS NULL)
            """,
            cancellationToken);

    /// <summary>Adds the base as one that is deleted at the end of all days: hidden, and left alone by the sweep.</summary>
    public Task AddAsync(
        Guid workspaceId,
        Guid baseId,
        ArchivePlan plan,
        string? embeddingModel,
        Guid? userId,
        CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                var now = clock.GetUtcNow();
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.base (id, workspace_id, name, description, indexing, chunking, embedding_model, retrieval,
                                                reading, enrichment, built_in_metadata, created_by, created_at, updated_at, deleted_at)
                    VALUES ({baseId}, {workspaceId}, {plan.Name}, {plan.Base.Description}, {plan.Base.Indexing},
                            {Jsonb(plan.Base.Chunking)}, {embeddingModel}::text, {Jsonb(plan.Base.Retrieval)},
                            {Jsonb(plan.Base.Reading)}, {Jsonb(plan.Base.Enrichment)},
                            {plan.Base.BuiltInMetadata}, {userId}::uuid, {now}, {now}, 'infinity')
                    """,
                    cancellationToken);
                foreach (var field in plan.Fields.Values)
                {
                    await sql.ExecuteAsync(
                        $"""
                        INSERT INTO knowledge.metadata_field (id, workspace_id, base_id, name, type, created_by, created_at)
                        VALUES ({field.Id}, {workspaceId}, {baseId}, {field.Name}, {field.Type}, {userId}::uuid, {now})
                        """,
                        cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Adds a document with its chunks.</summary>
    public Task AddAsync(
        DocumentRow row,
        PlannedDocument planned,
        ChunkingSettings chunking,
        IReadOnlyList<DraftChunk> chunks,
        CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                if (!await objects.HoldAsync(sql, [row.ObjectKey, row.TextKey!], cancellationToken))
                {
                    // No refusal: the next attempt of the job writes it again.
                    throw new IOException("A removal of the same content took an object of the import away at this very moment.");
                }

                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.document (id, workspace_id, base_id, name, extension, mime_type, size, sha256, object_key,
                                                    text_key, file_by, file_at, chunked_with, status, progress, enabled, archived,
                                                    chunk_count, character_count, page_count, generation, metadata, created_by,
                                                    created_at, updated_at, completed_at, vectors_wanted_at)
                    SELECT {row.Id}, {row.WorkspaceId}, {row.BaseId}, {row.Name}, {row.Extension}, {row.MimeType}, {row.Size},
                           {row.Sha256}, {row.ObjectKey}, {row.TextKey}::text, {row.CreatedBy}::uuid, {row.CreatedAt},
                           {Jsonb(chunking)}, {row.Status}, {row.Progress},
                           {row.Enabled}, {row.Archived}, {chunks.Count}, {row.CharacterCount}, {row.PageCount}::integer,
                           {row.Generation}, {SqlText.Jsonb(planned.Metadata.ToJsonString(Json.Snake))}, {row.CreatedBy}::uuid,
                           {row.CreatedAt}, {row.UpdatedAt}, {row.CompletedAt}::timestamptz,
                           CASE WHEN base.indexing <> 'economy' AND {chunks.Count > 0} THEN {row.UpdatedAt} END
                    FROM knowledge.base WHERE base.id = {row.BaseId}
                    """,
                    cancellationToken);
                await ChunkRows.InsertAsync(sql, row, 0, chunks, row.CreatedBy, clock, cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    UPDATE knowledge.document
                    SET token_count = (SELECT coalesce(sum(token_count), 0) FROM knowledge.chunk WHERE document_id = {row.Id})
                    WHERE id = {row.Id}
                    """,
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>Lets everybody see the base with all that is in it.</summary>
    public Task PublishAsync(Guid baseId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE knowledge.base SET deleted_at = NULL, revision = revision + 1 WHERE id = {baseId}", cancellationToken);

    /// <summary>The next imported documents that wait for vectors, by their ids.</summary>
    public Task<List<DocumentRow>> WithoutVectorsAsync(Guid baseId, Guid after, int count, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE base_id = {baseId} AND vectors_wanted_at IS NOT NULL AND id > {after} ORDER BY id LIMIT {count}
            """,
            DocumentRow.From,
            cancellationToken);

    private static Npgsql.NpgsqlParameter Jsonb<T>(T value) => SqlText.Jsonb(JsonSerializer.Serialize(value, Json.Snake));
}
