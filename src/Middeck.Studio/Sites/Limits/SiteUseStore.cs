using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Limits;

/// <summary>The rows that count what visitors do.</summary>
internal sealed class SiteUseStore(Database database)
{
    /// <summary>Counts in one statement, so that calls at the same moment cannot pass together. False when the limit is reached.</summary>
    public async Task<bool> TakeAsync(
        PublicationRow page, string subject, UseLimit limit, int weight, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (limit.PerDay < weight)
        {
            return false;
        }

        var (minute, day) = (UsePeriod.Minute(now), UsePeriod.Day(now));
        return await database.ExecuteAsync(
            $"""
            INSERT INTO studio.site_use AS u (app_id, workspace_id, subject, minute, in_minute, day, in_day)
            VALUES ({page.AppId}, {page.WorkspaceId}, {subject}, {minute}, 1, {day}, {weight})
            ON CONFLICT (app_id, subject) DO UPDATE SET
                minute = {minute}, in_minute = CASE WHEN u.minute = {minute} THEN u.in_minute + 1 ELSE 1 END,
                day = {day}, in_day = CASE WHEN u.day = {day} THEN u.in_day + {weight} ELSE {weight} END
            WHERE ({limit.PerMinute}::integer IS NULL OR u.minute <> {minute} OR u.in_minute < {limit.PerMinute}::integer)
                AND ({limit.PerDay}::integer IS NULL OR u.day <> {day} OR u.in_day + {weight} <= {limit.PerDay}::integer)
            """,
            cancellationToken) > 0;
    }

    /// <summary>Whether it is the day's limit that is reached.</summary>
    public async Task<bool> IsDayFullAsync(
        Guid appId, string subject, UseLimit limit, int weight, DateTimeOffset now, CancellationToken cancellationToken)
        => limit.PerDay < weight || await database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (
                SELECT FROM studio.site_use WHERE app_id = {appId} AND subject = {subject} AND day = {UsePeriod.Day(now)}
                    AND in_day + {weight} > {limit.PerDay}::integer)
            """,
            cancellationToken);

    /// <summary>How many answers the person is getting from the app.</summary>
    public Task<long> CountRunningAsync(
        Guid workspaceId, Guid appId, Person person, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
            WHERE m.status = 'running' AND m.workspace_id = {workspaceId} AND m.app_id = {appId} AND {PersonSql.Owns(person)}
                AND NOT EXISTS (SELECT FROM studio.batch_row b WHERE b.message_id = m.id)
            """,
            cancellationToken);

    /// <summary>Deletes a batch of counts, of all pages, that count no more.</summary>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.site_use WHERE (app_id, subject) IN (
                SELECT app_id, subject FROM studio.site_use WHERE day < {before} LIMIT {batch})
            """,
            cancellationToken);
}
