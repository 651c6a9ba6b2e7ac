using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Channels;

/// <summary>The rows of channels.</summary>
internal sealed class ChannelStore(Database database)
{
    /// <summary>Writes a new one. False when the app has as many as it may have.</summary>
    public async Task<bool> InsertAsync(ChannelRow row, Guid? createdBy, int most, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            INSERT INTO studio.channel (id, workspace_id, app_id, kind, name, enabled, events, settings, secrets, created_by,
                created_at, updated_at)
            SELECT {row.Id}, {row.WorkspaceId}, {row.AppId}, {row.Kind}, {row.Name}, {row.Enabled}, {row.Events},
                {SqlText.Jsonb(JsonSerializer.Serialize(row.Settings, Json.Snake))}, {row.Secrets}, {createdBy}::uuid,
                {row.CreatedAt}, {row.UpdatedAt}
            WHERE (SELECT count(*) FROM studio.channel WHERE app_id = {row.AppId}) < {most}
            """,
            cancellationToken) > 0;

    public Task<ChannelRow?> FindAsync(Guid workspaceId, Guid appId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT * FROM studio.channel WHERE workspace_id = {workspaceId} AND app_id = {appId} AND id = {id}",
            ChannelRow.From,
            cancellationToken);

    /// <summary>A channel of any workspace whose app is not in the trash: who calls it proves itself by a signature.</summary>
    public Task<ChannelRow?> FindAnywhereAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT c.* FROM studio.channel c JOIN studio.app a ON a.id = c.app_id AND a.deleted_at IS NULL WHERE c.id = {id}
            """,
            ChannelRow.From,
            cancellationToken);

    public Task<List<ChannelRow>> ListAsync(
        Guid workspaceId, Guid appId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT * FROM studio.channel
            WHERE workspace_id = {workspaceId} AND app_id = {appId}
                AND ({page.After}::uuid IS NULL OR id < {page.After}::uuid)
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            ChannelRow.From,
            cancellationToken);

    /// <summary>Writes what people change. What the channel has been through stays, but for what it is switched on again after.</summary>
    public Task UpdateAsync(ChannelRow row, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.channel SET name = {row.Name}, enabled = {row.Enabled},
                switched_off_reason = {row.SwitchedOffReason}::text, events = {row.Events},
                settings = {SqlText.Jsonb(JsonSerializer.Serialize(row.Settings, Json.Snake))}, secrets = {row.Secrets},
                failing_since = CASE WHEN {row.Enabled} AND NOT enabled THEN NULL ELSE failing_since END,
                updated_at = {row.UpdatedAt}
            WHERE workspace_id = {row.WorkspaceId} AND id = {row.Id}
            """,
            cancellationToken);

    public Task DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.channel WHERE workspace_id = {workspaceId} AND id = {id}", cancellationToken);

    /// <summary>Notes a call that was refused, at most once a minute: anybody can make such calls.</summary>
    public Task NoteRefusalAsync(Guid id, string error, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.channel SET last_error = {error}, last_error_at = {now}
            WHERE id = {id} AND (last_error_at IS NULL OR last_error_at < {now.AddMinutes(-1)})
            """,
            cancellationToken);

    /// <summary>Notes that it works.</summary>
    public Task NoteSuccessAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"UPDATE studio.channel SET last_success_at = {now}, last_event_at = {now}, failing_since = NULL WHERE id = {id}",
            cancellationToken);

    /// <summary>Notes a failed attempt, and switches the channel off when it is given a reason or has failed since long before.</summary>
    /// <returns>Whether it was switched off by this.</returns>
    public async Task<bool> NoteFailureAsync(
        Guid id, string error, DateTimeOffset now, string? offAtOnce, DateTimeOffset? offBefore, string offReason,
        CancellationToken cancellationToken)
        => await database.ScalarAsync<bool>(
            $"""
            UPDATE studio.channel SET failing_since = coalesce(failing_since, {now}), last_event_at = {now},
                last_error = {error}, last_error_at = {now},
                enabled = enabled AND {offAtOnce}::text IS NULL AND coalesce(failing_since >= {offBefore}::timestamptz, true),
                switched_off_reason = CASE
                    WHEN NOT enabled THEN switched_off_reason
                    WHEN {offAtOnce}::text IS NOT NULL THEN {offAtOnce}::text
                    WHEN failing_since < {offBefore}::timestamptz THEN {offReason} END
            WHERE id = {id}
            RETURNING NOT enabled AND switched_off_reason IS NOT NULL
            """,
            cancellationToken);
}
