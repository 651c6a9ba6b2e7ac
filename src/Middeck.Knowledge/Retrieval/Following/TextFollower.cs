using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>Puts the words of a base into the back end for words.</summary>
internal sealed class TextFollower(ITextStore store, Database database) : IIndexTarget
{
    private const int Batch = 200;

    public string Backend => store.Name;

    public async Task ReplaceAsync(KnowledgeBaseRow row, Guid documentId, CancellationToken cancellationToken)
    {
        await store.EnsureAsync(row.Id, cancellationToken);
        await store.RemoveDocumentAsync(row.Id, documentId, cancellationToken);
        Guid? after = null;
        while (await NextAsync(row.Id, documentId, after, cancellationToken) is { Count: > 0 } entries)
        {
            await store.UpsertAsync(row.Id, entries, cancellationToken);
            after = entries[^1].Id;
        }
    }

    public Task ClearAsync(Guid baseId, CancellationToken cancellationToken) => store.DropAsync(baseId, cancellationToken);

    // Read in pages and not as a stream: no connection is held while the back end is being waited for.
    private Task<List<TextEntry>> NextAsync(
        Guid baseId, Guid documentId, Guid? after, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            WITH entry AS ({IndexedText.Entries(() => SqlText.Of($"chunk.document_id = {documentId} AND chunk.base_id = {baseId}"))})
            SELECT id, document_id, text FROM entry
            WHERE {after}::uuid IS NULL OR id > {after}::uuid
            ORDER BY id LIMIT {Batch}
            """,
            static row => new TextEntry(row.At<Guid>(0), row.At<Guid>(1), row.At<string>(2)),
            cancellationToken);
}
