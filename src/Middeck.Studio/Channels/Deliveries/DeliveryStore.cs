using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Channels.Deliveries;

/// <summary>The rows of deliveries, and the leases under which nodes work on them.</summary>
internal sealed class DeliveryStore(Database database)
{
    /// <summary>How long a lease lasts without being renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Writes one that is to be worked on, or that the given node works on already. False when it is there already.</summary>
    public async Task<bool> InsertAsync(DeliveryRow row, Guid? owner, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            WITH noted AS (
                UPDATE studio.channel SET last_event_at = {row.CreatedAt} WHERE id = {row.ChannelId} AND {row.Lane != null})
            INSERT INTO studio.channel_delivery
                (id, workspace_id, channel_id, type, event_id, lane, person, subject_id, payload, state, attempt, due_at,
                lease_owner, created_at)
            VALUES ({row.Id}, {row.WorkspaceId}, {row.ChannelId}, {row.Type}, {row.EventId}, {row.Lane}::text,
                {row.Person}::text, {row.SubjectId}::uuid, {row.Payload}::text, {row.State}, {row.Attempt}, {row.DueAt},
                {owner}::uuid, {row.CreatedAt})
            ON CONFLICT (channel_id, event_id) DO NOTHING
            """,
            cancellationToken) > 0;

    public Task<DeliveryRow?> FindAsync(Guid channelId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT * FROM studio.channel_delivery WHERE channel_id = {channelId} AND id = {id}",
            DeliveryRow.From,
            cancellationToken);

    public Task<List<DeliveryRow>> ListAsync(Guid channelId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.channel_delivery
            WHERE channel_id = {channelId} AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            DeliveryRow.From,
            cancellationToken);

    /// <summary>
    /// Takes up the one that has been due longest: none of a lane in which an earlier one is not over, and not more of a channel
    /// at a time than it may have.
    /// </summary>
    public Task<DeliveryRow?> ClaimAsync(
        Guid node, int perChannel, DateTimeOffset now, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.channel_delivery SET state = 'running', attempt = attempt + 1, lease_owner = {node},
                due_at = {now + Lease}
            WHERE id = (
                SELECT d.id FROM studio.channel_delivery d
                WHERE d.state IN ('waiting', 'running') AND d.due_at <= {now}
                    AND (d.lane IS NULL OR NOT EXISTS (
                        SELECT FROM studio.channel_delivery e
                        WHERE e.channel_id = d.channel_id AND e.lane = d.lane AND e.id < d.id
                            AND e.state IN ('waiting', 'running')))
                    AND (
                        SELECT count(*) FROM studio.channel_delivery r
                        WHERE r.channel_id = d.channel_id AND r.state = 'running' AND r.due_at > {now}) < {perChannel}
                ORDER BY d.due_at LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING *
            """,
            DeliveryRow.From,
            cancellationToken);

    /// <summary>When the next one is due that is not yet; null when there is none.</summary>
    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => database.ScalarAsync<DateTimeOffset?>(
            $"""
            SELECT min(due_at) FROM studio.channel_delivery WHERE state IN ('waiting', 'running') AND due_at > {now}
            """,
            cancellationToken);

    /// <summary>Renews the node's leases.</summary>
    public Task RenewAsync(Guid[] ids, Guid node, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.channel_delivery SET due_at = {now + Lease}
            WHERE id = ANY({ids}) AND state = 'running' AND lease_owner = {node}
            """,
            cancellationToken);

    /// <summary>Keeps what is sent, so that every attempt sends the same.</summary>
    public Task SavePayloadAsync(Guid id, string payload, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.channel_delivery SET payload = {payload} WHERE id = {id}", cancellationToken);

    /// <summary>Keeps how far it is.</summary>
    public Task SaveProgressAsync(Guid id, string progress, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.channel_delivery SET progress = {SqlText.Jsonb(progress)} WHERE id = {id}", cancellationToken);

    /// <summary>Gives it back until later, without counting the attempt.</summary>
    public Task PostponeAsync(Guid id, Guid node, DateTimeOffset due, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.channel_delivery SET state = 'waiting', attempt = attempt - 1, due_at = {due}, lease_owner = NULL
            WHERE id = {id} AND state = 'running' AND lease_owner = {node}
            """,
            cancellationToken);

    /// <summary>Writes what an attempt came to. What a person wrote is not kept longer than it takes to answer.</summary>
    public Task SettleAsync(
        Guid id, Guid node, DeliveryState state, DeliveryOutcome outcome, string? error, double duration, DateTimeOffset due,
        DateTimeOffset? finishedAt, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.channel_delivery SET state = {state}, due_at = {due}, lease_owner = NULL,
                status_code = {outcome.StatusCode}::integer, response = {outcome.Response}::text, error = {error}::text,
                duration = {duration}, finished_at = {finishedAt}::timestamptz,
                payload = CASE WHEN {finishedAt}::timestamptz IS NOT NULL AND person IS NOT NULL THEN NULL ELSE payload END
            WHERE id = {id} AND state = 'running' AND lease_owner = {node}
            """,
            cancellationToken);

    /// <summary>Has one that is over sent again from the first attempt on. False when it is not over.</summary>
    public async Task<bool> ResendAsync(Guid channelId, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.channel_delivery SET state = 'waiting', attempt = 0, due_at = {now}, finished_at = NULL
            WHERE channel_id = {channelId} AND id = {id} AND state IN ('delivered', 'failed', 'ignored')
            """,
            cancellationToken) > 0;

    /// <summary>How many messages a person has written within a time, up to and with one of them.</summary>
    public Task<long> CountAsync(
        Guid channelId, string person, DateTimeOffset since, Guid through, CancellationToken cancellationToken)
        => database.ScalarAsync<long>(
            $"""
            SELECT count(*) FROM studio.channel_delivery
            WHERE channel_id = {channelId} AND person = {person} AND created_at > {since} AND id <= {through}
                AND state <> 'ignored'
            """,
            cancellationToken);

    /// <summary>Deletes a batch of old ones that are over.</summary>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM studio.channel_delivery WHERE id IN (
                SELECT id FROM studio.channel_delivery
                WHERE created_at < {before} AND state NOT IN ('waiting', 'running') ORDER BY created_at LIMIT {batch})
            """,
            cancellationToken);
}
