using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Annotations;

/// <summary>The rows of annotations.</summary>
internal sealed class AnnotationStore(Database database, TimeProvider clock)
{
    public Task<List<AnnotationRow>> ListAsync(
        Guid workspaceId, Guid appId, string? keyword, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {AnnotationRow.Columns} FROM studio.annotation
            WHERE {OfApp(workspaceId, appId)} AND {Holds(keyword)}
                AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            AnnotationRow.From,
            cancellationToken);

    /// <summary>A page by its place, for Dify's list.</summary>
    public Task<List<AnnotationRow>> ListFromAsync(
        Guid workspaceId, Guid appId, string? keyword, long offset, int fetch, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {AnnotationRow.Columns} FROM studio.annotation
            WHERE {OfApp(workspaceId, appId)} AND {Holds(keyword)}
            ORDER BY id DESC OFFSET {offset} LIMIT {fetch}
            """,
            AnnotationRow.From,
            cancellationToken);

    public Task<long> CountAsync(
        Guid workspaceId, Guid appId, string? keyword, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"SELECT count(*) FROM studio.annotation WHERE {OfApp(workspaceId, appId)} AND {Holds(keyword)}",
            cancellationToken);

    public Task<AnnotationRow?> FindAsync(
        Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {AnnotationRow.Columns} FROM studio.annotation WHERE {OfApp(workspaceId, appId)} AND id = {id}
            """,
            AnnotationRow.From,
            cancellationToken);

    public Task<AnnotationRow?> InsertAsync(
        Guid workspaceId,
        Guid appId,
        AnnotationText text,
        Guid? messageId,
        Guid? createdBy,
        CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            INSERT INTO studio.annotation
                (id, workspace_id, app_id, question, answer, message_id, created_by, created_at, updated_at)
            VALUES ({Ids.New(clock)}, {workspaceId}, {appId}, {text.Question}, {text.Answer}, {messageId}::uuid,
                {createdBy}::uuid, {clock.GetUtcNow()}, {clock.GetUtcNow()})
            RETURNING {AnnotationRow.Columns}
            """,
            AnnotationRow.From,
            cancellationToken);

    /// <summary>Writes it anew; null when it is gone. Its vector stays only as long as its question.</summary>
    public Task<AnnotationRow?> UpdateAsync(
        Guid workspaceId, Guid appId, Guid id, AnnotationText text, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.annotation SET
                embedding = CASE WHEN question = {text.Question} THEN embedding END,
                embedding_key = CASE WHEN question = {text.Question} THEN embedding_key END,
                question = {text.Question}, answer = {text.Answer}, updated_at = {clock.GetUtcNow()}
            WHERE {OfApp(workspaceId, appId)} AND id = {id}
            RETURNING {AnnotationRow.Columns}
            """,
            AnnotationRow.From,
            cancellationToken);

    /// <returns>How many there were.</returns>
    public Task<int> DeleteAsync(
        Guid workspaceId, Guid appId, Guid[] ids, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.annotation WHERE {OfApp(workspaceId, appId)} AND id = ANY({ids})", cancellationToken);

    private static SqlText OfApp(Guid workspaceId, Guid appId)
        => SqlText.Of($"workspace_id = {workspaceId} AND app_id = {appId}");

    private static SqlText Holds(string? keyword) => keyword is null
        ? SqlText.Of($"true")
        : SqlText.Of($"(strpos(lower(question), lower({keyword})) > 0 OR strpos(lower(answer), lower({keyword})) > 0)");
}
