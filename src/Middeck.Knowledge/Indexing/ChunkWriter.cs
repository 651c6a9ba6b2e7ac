using Middeck.Core.Identifiers;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Indexing;

/// <summary>Writes the chunks of a document's next generation, in the order they come.</summary>
/// <param name="document">Whose they are.</param>
/// <param name="step">From one position to the next: <see cref="Gap"/> where a model will write several from one, else 1.</param>
/// <param name="after">The position that they come behind.</param>
/// <param name="clock">For ids.</param>
internal sealed class ChunkWriter(DocumentRow document, int step, int after, TimeProvider clock)
{
    /// <summary>From one passage to the next when pairs will take their places.</summary>
    public const int Gap = 64;

    /// <summary>How many were written.</summary>
    public int Count { get; private set; }

    public async Task WriteAsync(ISql sql, IReadOnlyList<ChunkDraft> drafts, CancellationToken cancellationToken)
    {
        foreach (var insert in Inserts(drafts))
        {
            await sql.ExecuteAsync(insert, cancellationToken);
        }
    }

    /// <summary>The statements that write them, in order; they write nothing once another attempt has taken the document up.</summary>
    public IReadOnlyList<SqlText> Inserts(IReadOnlyList<ChunkDraft> drafts)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        ChunkDraft[] batch = [.. drafts];
        var now = clock.GetUtcNow();
        var ids = Array.ConvertAll(batch, _ => Ids.New(clock));
        var positions = Enumerable.Range(Count + 1, batch.Length).Select(number => after + (number * step)).ToArray();
        var chunks = SqlText.Of(
            $"""
            INSERT INTO knowledge.chunk (id, workspace_id, base_id, document_id, generation, position, content, answer,
                                         context, heading, place, page, start_offset, source_length, word_count,
                                         enrichment, created_at, updated_at)
            SELECT new.id, {document.WorkspaceId}, {document.BaseId}, {document.Id}, {document.Generation + 1}, new.position,
                   new.content, new.answer, new.context, new.heading, new.place, new.page, new.start_offset, new.source_length,
                   length(new.content),
                   CASE WHEN new.answer IS NOT NULL THEN 'done' END, {now}, {now}
            FROM unnest({ids}, {positions}, {Array.ConvertAll(batch, draft => draft.Content)},
                        {Array.ConvertAll(batch, draft => draft.Answer)}, {Array.ConvertAll(batch, draft => draft.Context)},
                        {Array.ConvertAll(batch, draft => draft.Heading)}, {Array.ConvertAll(batch, draft => draft.Place)},
                        {Array.ConvertAll(batch, draft => draft.Page)},
                        {Array.ConvertAll(batch, draft => draft.Source.Start)},
                        {Array.ConvertAll(batch, draft => draft.Source.Length)})
                 AS new (id, position, content, answer, context, heading, place, page, start_offset, source_length)
            WHERE EXISTS (SELECT FROM knowledge.document WHERE {IngestionStore.StillOurs(document)})
            """);
        Count += batch.Length;
        var children = batch.Zip(ids).SelectMany(static pair => pair.First.Children.Select(
            (child, index) => new ChildRow(pair.Second, ChildKind.Child, index + 1, child.Content, child.Start)));
        return [chunks, .. ChildWriter.Inserts(document, [.. children], clock)];
    }
}
