using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>Splits and merges chunks.</summary>
internal sealed class ChunkReshaping(
    DocumentService documents, ChunkStore chunks, ChunkWriting writing, DocumentEdit edit, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "chunk";

    /// <summary>The first keeps the chunk's id, answer and hits; both keep its keywords.</summary>
    /// <returns>The two.</returns>
    public async Task<IReadOnlyList<Chunk>> SplitAsync(
        Caller caller, Guid baseId, Guid documentId, Guid id, SplitChunk request, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        var second = await edit.RunAsync(
            caller,
            document,
            async (sql, present) =>
            {
                var chunk = await ChunkWriting.OpenAsync(sql, present, id, request.ExpectedUpdatedAt, cancellationToken);
                var (head, tail) = Halves(chunk.Content, request.Offset);
                var front = await ChunkWriting.MakeRoomAsync(sql, present, chunk.Position, 1, cancellationToken);
                await RewriteAsync(sql, present, id, head, chunk.Answer, chunk.Keywords, cancellationToken);
                var settings = await ChunkWriting.SettingsAsync(sql, present, cancellationToken);
                var draft = DraftChunk.New(tail, clock) with
                {
                    Keywords = chunk.Keywords,
                    Heading = chunk.Heading,
                    Place = chunk.Place,
                    Page = chunk.Page,
                    StartOffset = front.EndOffset,
                    Enabled = chunk.Enabled,
                    Edited = true,
                };
                await ChunkRows.InsertAsync(
                    sql, present, chunk.Position, [ChunkWriting.WithParts(draft, settings)], caller.UserId, clock, cancellationToken);
                return draft.Id;
            },
            cancellationToken);
        audit.About(ObjectKind, id, document.Name).Change(new { Ids = new[] { id } }, new { Ids = new[] { id, second } });
        return await chunks.FindAllAsync(document.WorkspaceId, document.Id, [id, second], cancellationToken);
    }

    /// <summary>The first keeps its id; the others' texts, answers and keywords join it.</summary>
    public async Task<Chunk> MergeAsync(
        Caller caller, Guid baseId, Guid documentId, Guid id, MergeChunks request, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        var taken = await edit.RunAsync(
            caller,
            document,
            async (sql, present) =>
            {
                var chunk = await ChunkWriting.OpenAsync(sql, present, id, request.ExpectedUpdatedAt, cancellationToken);
                var next = await FollowingAsync(sql, present, chunk.Position, request.Count, cancellationToken);
                Chunk[] all = [chunk, .. next];
                var text = ChunkText.Clean(string.Join(request.Separator, all.Select(part => part.Content)), "count");
                string[] answers = [.. all.Select(part => part.Answer).OfType<string>()];
                Guid[] others = [.. next.Select(part => part.Id)];
                await ChunkWriting.RemoveAsync(sql, others, cancellationToken);
                await RewriteAsync(
                    sql,
                    present,
                    id,
                    text,
                    answers.Length == 0 ? null : ChunkText.Clean(string.Join(request.Separator, answers), "count"),
                    ChunkText.Keywords(all.SelectMany(part => part.Keywords), "count"),
                    cancellationToken);
                return others;
            },
            cancellationToken);
        audit.About(ObjectKind, id, document.Name)
            .Change(new { Ids = (Guid[])[id, .. taken] }, new { Ids = new[] { id } });
        return await chunks.FindAsync(document.WorkspaceId, document.Id, id, cancellationToken) ?? throw KnowledgeFaults.NoChunk();
    }

    private static (string Head, string Tail) Halves(string content, int offset)
    {
        if (offset >= content.Length || char.IsLowSurrogate(content[offset]))
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.invalid_offset",
                $"offset must be inside the chunk's {content.Length:N0} characters and not inside one of them.",
                "offset"));
        }

        return (ChunkText.Clean(content[..offset], "offset"), ChunkText.Clean(content[offset..], "offset"));
    }

    private static async Task<List<Chunk>> FollowingAsync(
        ISql sql, DocumentRow document, int position, int count, CancellationToken cancellationToken)
    {
        var next = await ChunkStore.AfterAsync(
            sql, document.WorkspaceId, document.Id, ChunkFilter.None, position, count, cancellationToken);
        return next.Count == count
            ? next
            : throw new FaultException(Fault.Conflict(
                "knowledge.too_few_chunks", $"Only {next.Count} chunks follow; merge with at most so many."));
    }

    private async Task RewriteAsync(
        ISql sql,
        DocumentRow document,
        Guid id,
        string content,
        string? answer,
        IReadOnlyList<string> keywords,
        CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"""
            UPDATE knowledge.chunk
            SET answer = {answer}::text, keywords = {keywords.ToArray()}, updated_at = {edit.Stamp(SqlText.Of($"updated_at"))}
            WHERE id = {id}
            """,
            cancellationToken);
        await writing.RewriteAsync(sql, document, id, content, remakeParts: true, cancellationToken);
    }
}
