using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Retrieval;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Sources;

/// <summary>What runs write about the documents of their source. The base's row is locked before a document's, as everywhere.</summary>
internal sealed class SourceDocuments(
    Database database, DocumentRemoval removal, DocumentEvents events, BaseDirectory directory, TimeProvider clock)
{
    private const int Batch = 100;

    public async Task<Dictionary<string, KnownDocument>> KnownAsync(SourceRow source, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, KnownDocument>(StringComparer.Ordinal);
        foreach (var document in await database.QueryAsync(
            $"""
            SELECT id, source_key, source_version, object_key FROM knowledge.document
            WHERE source_id = {source.Id} AND workspace_id = {source.WorkspaceId}
            """,
            static row => new KnownDocument(row.At<Guid>(0), row.At<string>(1), row.At<string?>(2), row.At<string>(3)),
            cancellationToken))
        {
            known[document.Key] = document;
        }

        return known;
    }

    /// <summary>The source has it, under this mark. What its absence has switched off comes back on.</summary>
    public Task SeenAsync(SourceRow source, Guid documentId, string version, CancellationToken cancellationToken)
        => ChangeAsync(
            source,
            documentId,
            SqlText.Of($"enabled = enabled OR source_version IS NULL, source_version = {version}"),
            cancellationToken);

    /// <summary>The source has it under another name.</summary>
    public Task MovedAsync(
        SourceRow source, Guid documentId, SourceEntry.Found entry, CancellationToken cancellationToken)
        => ChangeAsync(
            source,
            documentId,
            SqlText.Of(
                $"source_key = {entry.Key}, source_version = {entry.Version}, name = {entry.Name}, folder = {entry.Folder}"),
            cancellationToken);

    /// <summary>The source has it no more, and it stays; switched off or as it is.</summary>
    public Task KeepGoneAsync(SourceRow source, Guid documentId, bool disable, CancellationToken cancellationToken)
        => ChangeAsync(
            source, documentId, SqlText.Of($"enabled = enabled AND NOT {disable}, source_version = NULL"), cancellationToken);

    public async Task RemoveAsync(SourceRow source, Guid documentId, CancellationToken cancellationToken)
    {
        var row = await database.FirstOrDefaultAsync(
            $"SELECT {DocumentRow.Columns} FROM knowledge.document WHERE id = {documentId} AND source_id = {source.Id}",
            DocumentRow.From,
            cancellationToken);
        if (row is not null)
        {
            await removal.RemoveAsync(row, cancellationToken);
            directory.Forget(source.BaseId);
        }
    }

    /// <summary>Removes every document of a source.</summary>
    public async Task RemoveAllAsync(Guid workspaceId, Guid sourceId, CancellationToken cancellationToken)
    {
        while (await database.QueryAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE source_id = {sourceId} AND workspace_id = {workspaceId} LIMIT {Batch}
            """,
            DocumentRow.From,
            cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var row in batch)
            {
                await removal.RemoveAsync(row, cancellationToken);
                directory.Forget(row.BaseId);
            }
        }
    }

    private async Task ChangeAsync(SourceRow source, Guid documentId, SqlText set, CancellationToken cancellationToken)
    {
        var after = await database.InTransactionAsync(
            async sql =>
            {
                await CollectionRevision.TouchAsync(sql, source.BaseId, documentId, cancellationToken);
                return await sql.FirstOrDefaultAsync(
                    $"""
                    UPDATE knowledge.document SET {set}, updated_at = {clock.GetUtcNow()}
                    WHERE id = {documentId} AND source_id = {source.Id}
                    RETURNING {DocumentRow.Columns}
                    """,
                    DocumentRow.From,
                    cancellationToken);
            },
            cancellationToken);
        if (after is not null)
        {
            directory.Forget(source.BaseId);
            events.Changed(after);
        }
    }
}
