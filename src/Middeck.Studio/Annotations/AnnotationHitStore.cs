using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Annotations;

/// <summary>Counts and keeps when annotations were the answer.</summary>
internal sealed class AnnotationHitStore(Database database, TimeProvider clock)
{
    /// <summary>Counts a hit and gives the annotation; null when it is gone.</summary>
    public Task<AnnotationRow?> HitAsync(
        Guid workspaceId,
        Guid annotationId,
        Guid messageId,
        string question,
        double score,
        string source,
        CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            WITH found AS (
                UPDATE studio.annotation SET hit_count = hit_count + 1
                WHERE workspace_id = {workspaceId} AND id = {annotationId}
                RETURNING *),
            kept AS (
                INSERT INTO studio.annotation_hit
                    (id, workspace_id, annotation_id, message_id, question, score, source, created_at)
                SELECT {Ids.New(clock)}, found.workspace_id, found.id, m.id, {question}, {score}, {source}, {clock.GetUtcNow()}
                FROM found JOIN studio.message m ON m.id = {messageId})
            SELECT {AnnotationRow.Columns} FROM found
            """,
            AnnotationRow.From,
            cancellationToken);

    public Task<List<AnnotationHit>> ListAsync(
        Guid workspaceId, Guid annotationId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.annotation_hit
            WHERE workspace_id = {workspaceId} AND annotation_id = {annotationId}
                AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            AnnotationHit.From,
            cancellationToken);
}
