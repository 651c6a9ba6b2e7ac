using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>Reads, adds, changes and removes chunks. An edit counts for the chunks that are found now: reading the document in anew makes others.</summary>
internal sealed class ChunkService(
    DocumentService documents,
    ChunkStore chunks,
    ChildStore children,
    ChunkWriting writing,
    DocumentEdit edit,
    AuditTrail audit,
    TimeProvider clock)
{
    private const string ObjectKind = "chunk";

    public async Task<Chunk> GetAsync(
        Caller caller, Guid baseId, Guid documentId, Guid id, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Use, cancellationToken);
        return await DetailAsync(document, id, cancellationToken);
    }

    /// <summary>Adds chunks together, behind a position or at the end.</summary>
    public async Task<IReadOnlyList<Chunk>> AddAsync(
        Caller caller, Guid baseId, Guid documentId, AddChunks request, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        DraftChunk[] drafts = [.. request.Chunks.Select((chunk, index) => Draft(chunk, $"chunks[{index}]"))];
        await edit.RunAsync(
            caller,
            document,
            async (sql, present) =>
            {
                var after = await ChunkWriting.MakeRoomAsync(sql, present, request.After, drafts.Length, cancellationToken);
                var settings = await ChunkWriting.SettingsAsync(sql, present, cancellationToken);
                await ChunkRows.InsertAsync(
                    sql,
                    present,
                    after.Position,
                    [.. drafts.Select(draft => ChunkWriting.WithParts(draft with { StartOffset = after.EndOffset, Page = after.Page }, settings))],
                    caller.UserId,
                    clock,
                    cancellationToken);
                return true;
            },
            cancellationToken);
        Guid[] ids = [.. drafts.Select(draft => draft.Id)];
        audit.About(ObjectKind, ids[0], document.Name).Change(null, new { Ids = ids, drafts[0].Content });
        return await chunks.FindAllAsync(document.WorkspaceId, document.Id, ids, cancellationToken);
    }

    /// <exception cref="FaultException"><c>knowledge.chunk_changed</c> with the present text when somebody else was faster.</exception>
    public async Task<Chunk> EditAsync(
        Caller caller, Guid baseId, Guid documentId, Guid id, EditChunk request, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        var content = request.Content is null ? null : ChunkText.Clean(request.Content, "content");
        var answer = ChunkText.CleanOptional(request.Answer, "answer");
        var summary = ChunkText.CleanOptional(request.Summary, "summary");
        var keywords = request.Keywords is null ? null : ChunkText.Keywords(request.Keywords, "keywords");
        var before = await edit.RunAsync(
            caller,
            document,
            async (sql, present) =>
            {
                var chunk = await ChunkWriting.OpenAsync(sql, present, id, request.ExpectedUpdatedAt, cancellationToken);
                var enabled = request.Enabled ?? chunk.Enabled;
                var text = content ?? chunk.Content;
                await sql.ExecuteAsync(
                    $"""
                    UPDATE knowledge.chunk
                    SET answer = {(request.Answer is null ? chunk.Answer : answer)}::text,
                        keywords = {keywords ?? [.. chunk.Keywords]}, enabled = {enabled}, disabled_at = {DisabledAt(enabled)},
                        edited = edited OR {text != chunk.Content || request.Answer is not null && answer != chunk.Answer},
                        updated_at = {edit.Stamp(SqlText.Of($"updated_at"))}
                    WHERE id = {id}
                    """,
                    cancellationToken);
                if (text != chunk.Content)
                {
                    await writing.RewriteAsync(sql, present, id, text, request.RegenerateChildren, cancellationToken);
                }

                if (request.Summary is not null)
                {
                    await writing.SummarizeAsync(sql, present, id, summary, cancellationToken);
                }

                return chunk;
            },
            cancellationToken);

        var after = await DetailAsync(document, id, cancellationToken);
        audit.About(ObjectKind, id, document.Name).Change(Facts(before), Facts(after));
        return after;
    }

    public async Task DeleteAsync(
        Caller caller, Guid baseId, Guid documentId, Guid id, CancellationToken cancellationToken)
    {
        var changed = await ChangeAsync(
            caller, baseId, documentId, new ChangeChunks { Action = ChunkBatchAction.Delete, Ids = [id] }, cancellationToken);
        if (changed.Changed == 0)
        {
            throw KnowledgeFaults.NoChunk();
        }
    }

    /// <summary>Enables, disables or deletes chunks together.</summary>
    public async Task<ChunksChanged> ChangeAsync(
        Caller caller, Guid baseId, Guid documentId, ChangeChunks request, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        Guid[] ids = [.. request.Ids.Distinct()];
        var changed = await edit.RunAsync(
            caller,
            document,
            async (sql, present) =>
            {
                var there = await ChunkWriting.PresentAsync(sql, present, ids, cancellationToken);
                var count = request.Action == ChunkBatchAction.Delete
                    ? await ChunkWriting.RemoveAsync(sql, there, cancellationToken)
                    : await EnableAsync(sql, there, request.Action == ChunkBatchAction.Enable, cancellationToken);
                return new ChunksChanged(count, [.. ids.Except(there)]);
            },
            cancellationToken);
        audit.About(ObjectKind, ids[0], document.Name).Change(null, new { request.Action, Ids = ids });
        return changed;
    }

    private static object Facts(Chunk chunk) => new { chunk.Content, chunk.Answer, chunk.Keywords, chunk.Summary, chunk.Enabled };

    private async Task<Chunk> DetailAsync(DocumentRow document, Guid id, CancellationToken cancellationToken)
    {
        var chunk = await chunks.FindAsync(document.WorkspaceId, document.Id, id, cancellationToken)
            ?? throw KnowledgeFaults.NoChunk();
        return chunk with { Children = await children.OfAsync(document.WorkspaceId, id, cancellationToken) };
    }

    private DraftChunk Draft(NewChunk chunk, string field)
        => DraftChunk.New(ChunkText.Clean(chunk.Content, $"{field}.content"), clock) with
        {
            Answer = ChunkText.CleanOptional(chunk.Answer, $"{field}.answer"),
            Keywords = ChunkText.Keywords(chunk.Keywords, $"{field}.keywords"),
            Enabled = chunk.Enabled,
            Edited = true,
        };

    private Task<int> EnableAsync(ISql sql, Guid[] ids, bool enabled, CancellationToken cancellationToken)
        => sql.ExecuteAsync(
            $"""
            UPDATE knowledge.chunk
            SET enabled = {enabled}, disabled_at = {DisabledAt(enabled)}, updated_at = {edit.Stamp(SqlText.Of($"updated_at"))}
            WHERE id = ANY({ids}) AND enabled <> {enabled}
            """,
            cancellationToken);

    private SqlText DisabledAt(bool enabled) => enabled
        ? SqlText.Of($"NULL")
        : SqlText.Of($"coalesce(disabled_at, {clock.GetUtcNow()})");
}
