using Middeck.Core.Identifiers;
using Middeck.Core.Workspaces;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Pipelines;

/// <summary>Keeps files that were sent for a pipeline, for a day.</summary>
internal sealed class PipelineFiles(Database database, ObjectReferences objects, TimeProvider clock) : IWorkspaceErasure
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private const int Batch = 100;

    public async Task<PipelineFile> AddAsync(
        Guid workspaceId, KeptFile file, Guid? createdBy, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = new PipelineFile(
            Ids.New(clock), file.Name, file.Stored.Size, file.Format.Extension, file.Format.MimeType, createdBy, now);
        await database.InTransactionAsync(
            async sql =>
            {
                await ObjectReferences.LockAsync(sql, file.Stored.Key, cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.pipeline_file (id, workspace_id, name, extension, mime_type, size, object_key,
                                                         created_by, created_at, expires_at)
                    VALUES ({added.Id}, {workspaceId}, {added.Name}, {added.Extension}, {added.MimeType}, {added.Size},
                            {file.Stored.Key}, {createdBy}::uuid, {now}, {now + Lifetime})
                    """,
                    cancellationToken);
            },
            cancellationToken);
        return added;
    }

    /// <summary>Removes those whose time is over.</summary>
    public async Task RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        List<string> keys;
        do
        {
            keys = await database.QueryAsync(
                $"""
                DELETE FROM knowledge.pipeline_file WHERE id IN (
                    SELECT id FROM knowledge.pipeline_file WHERE expires_at <= {clock.GetUtcNow()} LIMIT {Batch})
                RETURNING object_key
                """,
                static row => row.At<string>(0),
                cancellationToken);
            await objects.ReleaseAllAsync(keys, cancellationToken);
        }
        while (keys.Count == Batch);
    }

    /// <inheritdoc />
    public async Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
        => await objects.ReleaseAllAsync(
            await database.QueryAsync(
                $"DELETE FROM knowledge.pipeline_file WHERE workspace_id = {workspaceId} RETURNING object_key",
                static row => row.At<string>(0),
                cancellationToken),
            cancellationToken);
}
