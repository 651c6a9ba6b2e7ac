using Middeck.Core.Workspaces;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Transfer;

/// <summary>Keeps archives until their import has ended.</summary>
internal sealed class ImportArchives(Database database, ObjectReferences objects, TimeProvider clock) : IWorkspaceErasure
{
    // Far longer than any import waits: what is left by then has lost its job.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <param name="workspaceId">Whose it is.</param>
    /// <param name="baseId">The base that is made of it.</param>
    /// <param name="key">Where it is.</param>
    /// <param name="cancellationToken">Nothing is kept when it fires.</param>
    /// <returns>False when a removal of the same content has taken it away at this very moment.</returns>
    public Task<bool> KeepAsync(Guid workspaceId, Guid baseId, string key, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                if (!await objects.HoldAsync(sql, [key], cancellationToken))
                {
                    return false;
                }

                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO knowledge.import_archive (base_id, workspace_id, object_key, expires_at)
                    VALUES ({baseId}, {workspaceId}, {key}, {clock.GetUtcNow() + Lifetime})
                    """,
                    cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>The archive is not needed for this base any more.</summary>
    public async Task ReleaseAsync(Guid baseId, string key, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"DELETE FROM knowledge.import_archive WHERE base_id = {baseId}", cancellationToken);
        await objects.ReleaseAsync(key, cancellationToken);
    }

    /// <summary>Removes those whose time is over.</summary>
    public Task RemoveExpiredAsync(CancellationToken cancellationToken)
        => ReleaseAsync(SqlText.Of($"expires_at <= {clock.GetUtcNow()}"), cancellationToken);

    /// <inheritdoc />
    public Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
        => ReleaseAsync(SqlText.Of($"workspace_id = {workspaceId}"), cancellationToken);

    private async Task ReleaseAsync(SqlText which, CancellationToken cancellationToken)
        => await objects.ReleaseAllAsync(
            await database.QueryAsync(
                $"DELETE FROM knowledge.import_archive WHERE {which} RETURNING object_key",
                static row => row.At<string>(0),
                cancellationToken),
            cancellationToken);
}
