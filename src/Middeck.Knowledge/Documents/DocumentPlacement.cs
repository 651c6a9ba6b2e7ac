using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>
/// Points a row to a stored file, in one transaction: as a document of its own, or as the next version of one that is there. Two
/// files of one content or one name that come at once see each other.
/// </summary>
internal sealed class DocumentPlacement(
    Database database, ObjectReferences objects, VersionStore versions, IOptions<KnowledgeOptions> options, TimeProvider clock)
{
    /// <returns>What became of it, and the objects that nothing of this document points to any more.</returns>
    public async Task<(Intake Outcome, IReadOnlyList<string> Dropped)> PlaceAsync(
        IncomingFile file, StoredObject stored, FileFormat format, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> dropped = [];
        var outcome = await database.InTransactionAsync(
            async sql =>
            {
                if (!await objects.HoldAsync(sql, [stored.Key], cancellationToken))
                {
                    throw KnowledgeFaults.Interrupted();
                }

                if (await FinishedUploadAsync(sql, file, cancellationToken) is { } finished)
                {
                    return finished;
                }

                var target = await TargetAsync(sql, file, stored, cancellationToken);
                switch (target)
                {
                    case Intake.Duplicate or Intake.Unchanged:
                        return target;
                    case Intake.Replaced(var before):
                        var (after, left) = await versions.ReplaceAsync(sql, before, file, stored, format, cancellationToken);
                        dropped = left;
                        await FinishUploadAsync(sql, file, after.Id, cancellationToken);
                        return new Intake.Replaced(after);
                    default:
                        var added = await InsertAsync(sql, file, stored, format, cancellationToken);
                        await FinishUploadAsync(sql, file, added.Id, cancellationToken);
                        return new Intake.Added(added);
                }
            },
            cancellationToken);
        return (outcome, dropped);
    }

    // Null: a document of its own.
    private static async Task<Intake?> TargetAsync(
        ISql sql, IncomingFile file, StoredObject stored, CancellationToken cancellationToken)
    {
        if (file.Replaces is { } id)
        {
            var named = await FirstAsync(sql, file, SqlText.Of($"document.id = {id}"), cancellationToken)
                ?? throw KnowledgeFaults.NoDocument();
            return SameOrNext(named, stored);
        }

        if (file.SourceId is { } source
            && await FirstAsync(
                sql, file, SqlText.Of($"source_id = {source} AND source_key = {file.SourceKey}"), cancellationToken) is { } known)
        {
            return SameOrNext(known, stored);
        }

        if (file.Duplicate == DuplicateRule.Keep)
        {
            return null;
        }

        if (await FirstAsync(sql, file, SqlText.Of($"sha256 = {stored.Sha256}"), cancellationToken) is { } same)
        {
            return new Intake.Duplicate(same);
        }

        if (file.SourceId is not null)
        {
            return null;
        }

        // After the content's lock, always in this order. What a source keeps up to date is nobody else's next version.
        await ObjectReferences.LockAsync(
            sql, $"{file.BaseId}/{file.Folder}/{file.Name.ToLowerInvariant()}", cancellationToken);
        return await FirstAsync(
            sql,
            file,
            SqlText.Of($"lower(name) = lower({file.Name}::text) AND folder = {file.Folder} AND source_id IS NULL"),
            cancellationToken) is { } sameName
            ? SameOrNext(sameName, stored)
            : null;
    }

    // What is put away stays as it is: people are told, a source leaves it alone.
    private static Intake SameOrNext(DocumentRow row, StoredObject stored)
        => row.Sha256 == stored.Sha256 || row is { Archived: true, SourceId: not null } ? new Intake.Unchanged(row)
            : row.Archived ? throw KnowledgeFaults.Archived()
            : new Intake.Replaced(row);

    // Without LIMIT, which tempts PostgreSQL to go through all documents of the base, newest first. There are few such rows.
    private static Task<DocumentRow?> FirstAsync(
        ISql sql, IncomingFile file, SqlText condition, CancellationToken cancellationToken)
        => sql.FirstOrDefaultAsync(
            $"""
            SELECT {DocumentRow.Columns} FROM knowledge.document
            WHERE base_id = {file.BaseId} AND workspace_id = {file.WorkspaceId} AND {condition}
            ORDER BY id DESC FOR UPDATE
            """,
            DocumentRow.From,
            cancellationToken);

    private async Task<DocumentRow> InsertAsync(
        ISql sql, IncomingFile file, StoredObject stored, FileFormat format, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var limit = options.Value.MaxDocuments;
        return await sql.FirstOrDefaultAsync(
            $"""
            INSERT INTO knowledge.document (id, workspace_id, base_id, name, folder, extension, mime_type, size, sha256, object_key,
                                            status, origin, source_id, source_key, source_version, file_by, file_at,
                                            created_by, created_at, updated_at, chunking, job_id)
            SELECT {Ids.New(clock)}, {file.WorkspaceId}, {file.BaseId}, {file.Name}, {file.Folder}, {format.Extension},
                    {format.MimeType}, {stored.Size}, {stored.Sha256}, {stored.Key}, {DocumentStatus.Waiting}, {file.Origin},
                    {file.SourceId}, {file.SourceKey}, {file.SourceVersion}, {file.By}, {now}, {file.By}, {now}, {now},
                    {VersionStore.ChunkingOf(file.Chunking)}, {Ids.New(clock)}
            FROM (SELECT count(*) AS documents
                  FROM (SELECT FROM knowledge.document WHERE base_id = {file.BaseId} LIMIT {limit}) AS present) AS counted
            WHERE counted.documents < {limit}
            RETURNING {DocumentRow.Columns}
            """,
            DocumentRow.From,
            cancellationToken) ?? throw TooMany(limit);
    }

    private static FaultException TooMany(int limit)
        => new(new Fault(
            FaultKind.Conflict,
            "knowledge.too_many_documents",
            $"The knowledge base holds {limit:N0} documents, which is the limit. Delete some, make another knowledge base, or ask "
            + "the operator to raise knowledge.max_documents.",
            Extensions: new Dictionary<string, object?> { ["max_documents"] = limit }));

    // A client that asks again for what it was not told of: the file is a document already.
    private static async Task<Intake?> FinishedUploadAsync(ISql sql, IncomingFile file, CancellationToken cancellationToken)
    {
        if (file.UploadId is not { } upload)
        {
            return null;
        }

        var document = await sql.ScalarAsync<Guid?>(
            $"SELECT document_id FROM knowledge.upload WHERE id = {upload} FOR UPDATE", cancellationToken);
        return document is { } id
            && await FirstAsync(sql, file, SqlText.Of($"document.id = {id}"), cancellationToken) is { } row
            ? new Intake.Unchanged(row)
            : null;
    }

    private static Task FinishUploadAsync(ISql sql, IncomingFile file, Guid documentId, CancellationToken cancellationToken)
        => file.UploadId is { } upload
            ? sql.ExecuteAsync(
                $"UPDATE knowledge.upload SET document_id = {documentId} WHERE id = {upload}", cancellationToken)
            : Task.CompletedTask;
}
