using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>The steps that edits are made of, each inside the edit's transaction.</summary>
internal sealed class ChunkWriting(TimeProvider clock)
{
    private static readonly ChildKind[] Derived = [ChildKind.Question, ChildKind.Summary];
    private static readonly ChildKind[] All = [ChildKind.Child, .. Derived];

    /// <summary>The chunk as it stands, if it is the one that the edit began from.</summary>
    /// <exception cref="FaultException"><c>knowledge.chunk_not_found</c> or <c>knowledge.chunk_changed</c>.</exception>
    public static async Task<Chunk> OpenAsync(
        ISql sql, DocumentRow document, Guid id, DateTimeOffset? expected, CancellationToken cancellationToken)
    {
        var chunk = await ChunkStore.FindAsync(sql, document.WorkspaceId, document.Id, id, cancellationToken)
            ?? throw KnowledgeFaults.NoChunk();
        return expected is null || expected == chunk.UpdatedAt
            ? chunk
            : throw new FaultException(new Fault(
                FaultKind.Conflict,
                "knowledge.chunk_changed",
                "Somebody else changed the chunk meanwhile. Look at the present text and decide again.",
                Extensions: new Dictionary<string, object?>
                {
                    ["content"] = chunk.Content,
                    ["answer"] = chunk.Answer,
                    ["keywords"] = chunk.Keywords,
                    ["enabled"] = chunk.Enabled,
                    ["updated_at"] = chunk.UpdatedAt,
                }));
    }

    /// <summary>Those of the ids that are chunks of the document.</summary>
    public static async Task<Guid[]> PresentAsync(
        ISql sql, DocumentRow document, Guid[] ids, CancellationToken cancellationToken)
        =>
        [
            .. await sql.QueryAsync(
                $"""
                SELECT id FROM knowledge.chunk
                WHERE id = ANY({ids}) AND document_id = {document.Id} AND generation = {document.Generation}
                """,
                static row => row.At<Guid>(0),
                cancellationToken),
        ];

    /// <summary>Moves the chunks behind a position on. Null for the end.</summary>
    public static async Task<ChunkPlace> MakeRoomAsync(
        ISql sql, DocumentRow document, int? after, int count, CancellationToken cancellationToken)
    {
        var front = await sql.FirstOrDefaultAsync(
            $"""
            SELECT position, start_offset + coalesce(source_length, word_count), page FROM knowledge.chunk
            WHERE document_id = {document.Id} AND generation = {document.Generation}
              AND ({after}::integer IS NULL OR position <= {after}::integer)
            ORDER BY position DESC LIMIT 1
            """,
            static row => new ChunkPlace(row.At<int>(0), row.At<int>(1), row.At<int?>(2)),
            cancellationToken) ?? new ChunkPlace(0, 0, null);
        if (after > front.Position)
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.no_such_position", $"The document has {front.Position} chunks; after must be at most that.", "after"));
        }

        await sql.ExecuteAsync(
            $"""
            UPDATE knowledge.chunk SET position = position + {count}
            WHERE document_id = {document.Id} AND generation = {document.Generation} AND position > {front.Position}
            """,
            cancellationToken);
        return front;
    }

    /// <summary>What the document's chunks were made with.</summary>
    public static async Task<ChunkingSettings?> SettingsAsync(
        ISql sql, DocumentRow document, CancellationToken cancellationToken)
        => document.ChunkedWith ?? await sql.FirstOrDefaultAsync(
            $"SELECT chunking FROM knowledge.base WHERE id = {document.BaseId}",
            static row => row.Json<ChunkingSettings>("chunking"),
            cancellationToken);

    /// <summary>With the parts that reading it in would have made.</summary>
    public static DraftChunk WithParts(DraftChunk chunk, ChunkingSettings? settings)
        => ChildSplitter.Applies(settings) ? chunk with { Children = ChildSplitter.Split(chunk.Content, settings!) } : chunk;

    /// <summary>Gives a chunk another text. What was derived from the old one goes: vectors, questions, summary and, when asked, parts.</summary>
    public async Task RewriteAsync(
        ISql sql, DocumentRow document, Guid id, string content, bool remakeParts, CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"""
            UPDATE knowledge.chunk
            SET content = {content}, word_count = length({content}), summary = NULL, edited = true
            WHERE id = {id}
            """,
            cancellationToken);
        await sql.ExecuteAsync($"DELETE FROM knowledge.embedding WHERE item_id = {id}", cancellationToken);
        var settings = await SettingsAsync(sql, document, cancellationToken);
        var remakes = remakeParts && ChildSplitter.Applies(settings);
        await ChunkRows.RemoveChildrenAsync(sql, [id], remakes ? All : Derived, cancellationToken);
        if (remakes)
        {
            await ChunkRows.InsertChildrenAsync(
                sql, document, [.. ChildSplitter.Split(content, settings!).Select(part => (id, part))], clock, cancellationToken);
        }
    }

    /// <summary>Gives a chunk another summary, which leads to it, too. Null for none.</summary>
    public async Task SummarizeAsync(
        ISql sql, DocumentRow document, Guid id, string? summary, CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync($"UPDATE knowledge.chunk SET summary = {summary}::text WHERE id = {id}", cancellationToken);
        await ChunkRows.RemoveChildrenAsync(sql, [id], [ChildKind.Summary], cancellationToken);
        if (summary is not null)
        {
            await ChunkRows.InsertChildrenAsync(
                sql, document, [(id, new DraftChild(ChildKind.Summary, summary, Edited: true))], clock, cancellationToken);
        }
    }

    public static async Task<int> RemoveAsync(ISql sql, Guid[] ids, CancellationToken cancellationToken)
    {
        await ChunkRows.ForgetVectorsAsync(sql, ids, cancellationToken);
        return await sql.ExecuteAsync($"DELETE FROM knowledge.chunk WHERE id = ANY({ids})", cancellationToken);
    }
}
