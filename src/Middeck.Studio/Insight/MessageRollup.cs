using Middeck.Storage.Sql;

namespace Middeck.Studio.Insight;

/// <summary>
/// Takes what happened to messages into the sums: those of half hours, of persons' days and of conversations, and the words that
/// logs are searched by. A change leaves its queue in the transaction that adds it, so each counts once, whatever crashes.
/// </summary>
internal sealed class MessageRollup(Database database)
{
    private const int Batch = 200;

    // One at a time: two would wait for each other's rows in different order.
    private const long Lock = 0x6d69_6464_6c6f_6773;

    /// <summary>Takes in all there is.</summary>
    /// <returns>The apps that something happened to, with their workspaces.</returns>
    public async Task<IReadOnlySet<(Guid WorkspaceId, Guid AppId)>> DrainAsync(CancellationToken cancellationToken)
    {
        var apps = new HashSet<(Guid, Guid)>();
        while (true)
        {
            var (taken, changes) = await TakeAsync(cancellationToken);
            apps.UnionWith(changes.Select(change => (change.WorkspaceId, change.AppId)));
            if (taken < Batch)
            {
                return apps;
            }
        }
    }

    /// <summary>Takes in one batch, for those who are about to read the sums.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => TakeAsync(cancellationToken);

    private Task<(int Taken, List<MessageChange> Changes)> TakeAsync(CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
                var taken = await sql.QueryAsync(ChangeSql.Take(Batch), ChangeSql.Read, cancellationToken);
                var changes = taken.OfType<MessageChange>().ToList();
                if (changes.Count > 0)
                {
                    await sql.ExecuteAsync(SumSql.Slots([.. changes.Where(change => change.Counts)]), cancellationToken);
                    await sql.ExecuteAsync(SumSql.Persons([.. changes.Where(change => change.Counts && change.Ended)]), cancellationToken);
                    await sql.ExecuteAsync(SumSql.Conversations(changes), cancellationToken);
                    await sql.ExecuteAsync(SumSql.Texts([.. changes.Where(change => change.Ended)]), cancellationToken);
                }

                return (taken.Count, changes);
            },
            cancellationToken);
}
