using Middeck.Storage.Objects;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>
/// Objects are kept by their content, so that two documents of a workspace may point to one. A lock per key keeps a removal
/// from taking an object that an upload points to at this very moment.
/// </summary>
internal sealed class ObjectReferences(Database database, IObjectStore objects)
{
    /// <summary>Held to the end of the transaction; taken before a row points to the object.</summary>
    public static Task LockAsync(ISql sql, string key, CancellationToken cancellationToken)
        => sql.QueryAsync(Lock(key), static _ => true, cancellationToken);

    /// <summary>The same as a statement of a batch.</summary>
    public static SqlText Lock(string key) => SqlText.Of($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))");

    /// <summary>Locks objects that rows are about to point to.</summary>
    /// <returns>False when a removal has taken one of them away between its being written and this.</returns>
    public async Task<bool> HoldAsync(ISql sql, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        // In one order for all, so that no two wait for each other.
        foreach (var key in keys.Distinct().Order(StringComparer.Ordinal))
        {
            await LockAsync(sql, key, cancellationToken);
            await using var content = await objects.OpenAsync(key, cancellationToken);
            if (content is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Removes each object that nothing points to any more.</summary>
    public async Task ReleaseAllAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys.Distinct())
        {
            await ReleaseAsync(key, cancellationToken);
        }
    }

    /// <summary>Removes the object if no document, former version, part of an upload, file for a pipeline or archive to import points to it.</summary>
    public Task ReleaseAsync(string? key, CancellationToken cancellationToken)
        => key is null
            ? Task.CompletedTask
            : database.InTransactionAsync(
                async sql =>
                {
                    await LockAsync(sql, key, cancellationToken);
                    var inUse = await sql.ScalarAsync<bool>(
                        $"""
                        SELECT EXISTS (SELECT FROM knowledge.document
                                       WHERE object_key = {key} OR text_key = {key} OR next_text_key = {key})
                            OR EXISTS (SELECT FROM knowledge.document_version WHERE object_key = {key})
                            OR EXISTS (SELECT FROM knowledge.upload_part WHERE object_key = {key})
                            OR EXISTS (SELECT FROM knowledge.pipeline_file WHERE object_key = {key})
                            OR EXISTS (SELECT FROM knowledge.import_archive WHERE object_key = {key})
                        """,
                        cancellationToken);
                    if (!inUse)
                    {
                        await objects.DeleteAsync(key, cancellationToken);
                    }
                },
                cancellationToken);
}
