using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;
using Middeck.Storage.Sql;
using Npgsql;

namespace Middeck.Knowledge.Documents;

/// <summary>The rows of former versions.</summary>
internal sealed class VersionStore(Database database, IOptions<KnowledgeOptions> options, TimeProvider clock)
{
    /// <summary>
    /// Makes the file the document's present version and writes the former one down. The document goes back to the queue, and
    /// what searches find of it stays until the new version is ready.
    /// </summary>
    /// <param name="sql">A transaction that holds the document's row.</param>
    /// <param name="before">The row as it is.</param>
    /// <param name="file">What it is called now and who brought it.</param>
    /// <param name="stored">The content.</param>
    /// <param name="format">Its format.</param>
    /// <param name="cancellationToken">Undoes it.</param>
    /// <returns>The document, and the objects of versions past the number that is kept.</returns>
    public async Task<(DocumentRow After, List<string> Dropped)> ReplaceAsync(
        ISql sql,
        DocumentRow before,
        IncomingFile file,
        StoredObject stored,
        FileFormat format,
        CancellationToken cancellationToken)
    {
        await sql.ExecuteAsync(
            $"""
            INSERT INTO knowledge.document_version (document_id, version, name, extension, mime_type, size, sha256, object_key,
                                                    created_by, created_at)
            VALUES ({before.Id}, {before.Version}, {before.Name}, {before.Extension}, {before.MimeType}, {before.Size},
                    {before.Sha256}, {before.ObjectKey}, {before.FileBy}, {before.FileAt})
            """,
            cancellationToken);
        var now = clock.GetUtcNow();
        var after = await sql.FirstOrDefaultAsync(
            $"""
            UPDATE knowledge.document
            SET version = version + 1, name = {file.Name}, folder = {file.Folder}, extension = {format.Extension},
                mime_type = {format.MimeType}, size = {stored.Size}, sha256 = {stored.Sha256}, object_key = {stored.Key},
                file_by = {file.By}, file_at = {now}, {DocumentStates.BackToStart(now)},
                chunked_with = NULL, completed_at = NULL{(file.Chunking is { } chunking ? SqlText.Of($", chunking = {ChunkingOf(chunking)}") : SqlText.Empty)}
            WHERE id = {before.Id}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken);
        var dropped = await sql.QueryAsync(
            $"""
            DELETE FROM knowledge.document_version
            WHERE document_id = {before.Id} AND version NOT IN (
                SELECT version FROM knowledge.document_version WHERE document_id = {before.Id}
                ORDER BY version DESC LIMIT {options.Value.DocumentVersions})
            RETURNING object_key
            """,
            static row => row.At<string>(0),
            cancellationToken);
        return (after!, dropped);
    }

    /// <summary>The former versions, newest first.</summary>
    public Task<List<DocumentVersion>> ListAsync(Guid documentId, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT {DocumentVersion.Columns} FROM knowledge.document_version
            WHERE document_id = {documentId} ORDER BY version DESC
            """,
            DocumentVersion.From,
            cancellationToken);

    /// <exception cref="FaultException"><c>knowledge.version_not_found</c>.</exception>
    public async Task<(DocumentVersion Version, StoredObject File, FileFormat Format)> FindAsync(
        Guid documentId, int version, CancellationToken cancellationToken)
    {
        var found = await database.QueryAsync(
            $"""
            SELECT {DocumentVersion.Columns}, object_key FROM knowledge.document_version
            WHERE document_id = {documentId} AND version = {version}
            """,
            static row => (
                DocumentVersion.From(row),
                new StoredObject(row.Get<string>("object_key"), row.Get<long>("size"), row.Get<string>("sha256")),
                new FileFormat(row.Get<string>("extension"), row.Get<string>("mime_type"))),
            cancellationToken);
        return found.Count > 0
            ? found[0]
            : throw new FaultException(Fault.NotFound(
                "knowledge.version_not_found", $"The document has no former version {version}, or it is no longer kept."));
    }

    /// <summary>A document's own chunking as it is kept.</summary>
    public static NpgsqlParameter ChunkingOf(ChunkingSettings? chunking)
        => SqlText.Jsonb(chunking is null ? null : JsonSerializer.Serialize(chunking, Json.Snake));
}
