using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Apps;

/// <summary>The rows of drafts and published versions.</summary>
internal sealed class AppVersionStore(Database database)
{
    public Task<AppDraft?> FindDraftAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT draft_revision, draft_config, draft_updated_at, draft_updated_by
            FROM studio.app WHERE workspace_id = {workspaceId} AND id = {appId}
            """,
            ReadDraft,
            cancellationToken);

    /// <summary>Saves when the revision is still the one that was changed; null when it is not, or there is no such app.</summary>
    public Task<AppDraft?> SaveDraftAsync(
        Guid workspaceId,
        Guid appId,
        int revision,
        string config,
        Guid? by,
        DateTimeOffset now,
        CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.app SET draft_config = {SqlText.Jsonb(config)}, draft_revision = draft_revision + 1,
                draft_updated_at = {now}, draft_updated_by = {by}::uuid, updated_at = {now}, updated_by = {by}::uuid
            WHERE workspace_id = {workspaceId} AND id = {appId} AND draft_revision = {revision}
            RETURNING draft_revision, draft_config, draft_updated_at, draft_updated_by
            """,
            ReadDraft,
            cancellationToken);

    /// <summary>
    /// Makes the draft the next version and the one that callers get; null when there is no such app, or its draft has not the
    /// revision any more.
    /// </summary>
    public Task<int?> PublishAsync(
        Guid workspaceId, Guid appId, int? revision, NewVersion written, CancellationToken cancellationToken)
        => PublishAsync(
            workspaceId, appId, written,
            SqlText.Of($"""
                SELECT draft_config AS config FROM studio.app
                WHERE id = {appId} AND ({revision}::integer IS NULL OR draft_revision = {revision}::integer)
                """),
            cancellationToken);

    /// <summary>Makes what an old version does the next version; null when there is no such version.</summary>
    public Task<int?> PublishAgainAsync(
        Guid workspaceId, Guid appId, int version, NewVersion written, CancellationToken cancellationToken)
        => PublishAsync(
            workspaceId, appId, written,
            SqlText.Of($"SELECT config FROM studio.app_version WHERE app_id = {appId} AND version = {version}"),
            cancellationToken);

    public Task<AppVersion?> RenameAsync(
        Guid workspaceId, Guid appId, int version, RenameVersion request, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.app_version SET
                name = CASE WHEN {request.Name}::text IS NULL THEN name ELSE nullif({request.Name}::text, '') END,
                note = CASE WHEN {request.Note}::text IS NULL THEN note ELSE nullif({request.Note}::text, '') END
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND version = {version}
            RETURNING id, version, name, note, created_by, created_at
            """,
            ReadVersion,
            cancellationToken);

    public Task<List<AppVersion>> ListAsync(
        Guid workspaceId, Guid appId, PageRequest page, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT id, version, name, note, created_by, created_at FROM studio.app_version
            WHERE workspace_id = {workspaceId} AND app_id = {appId}
                AND {(page.After is { } after ? SqlText.Of($"id < {after}") : SqlText.Of($"true"))}
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            ReadVersion,
            cancellationToken);

    /// <summary>A version with its configuration; null when there is no such version.</summary>
    public Task<AppVersionDetail?> FindAsync(
        Guid workspaceId, Guid appId, int version, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT version, name, note, created_by, created_at, config FROM studio.app_version
            WHERE workspace_id = {workspaceId} AND app_id = {appId} AND version = {version}
            """,
            static row => new AppVersionDetail(
                row.Get<int>("version"),
                row.Get<string?>("name"),
                row.Get<string?>("note"),
                row.Get<Guid?>("created_by"),
                row.Get<DateTimeOffset>("created_at"),
                row.Json("config")!.Value),
            cancellationToken);

    /// <summary>The app in the form of one of its versions; null when there is none or the app lies in the trash.</summary>
    public Task<AppSnapshot?> FindSnapshotAsync(
        Guid workspaceId, Guid appId, int version, CancellationToken cancellationToken)
        => FindSnapshotAsync(workspaceId, appId, SqlText.Of($"v.version = {version}"), cancellationToken);

    /// <summary>The app in the form of the version of that key; null when there is none or the app lies in the trash.</summary>
    public Task<AppSnapshot?> FindSnapshotAsync(
        Guid workspaceId, Guid appId, Guid versionId, CancellationToken cancellationToken)
        => FindSnapshotAsync(workspaceId, appId, SqlText.Of($"v.id = {versionId}"), cancellationToken);

    private Task<AppSnapshot?> FindSnapshotAsync(
        Guid workspaceId, Guid appId, SqlText which, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT a.workspace_id, a.id, a.name, a.description, a.mode, v.version, v.config, v.id AS version_id
            FROM studio.app a JOIN studio.app_version v ON v.app_id = a.id
            WHERE a.workspace_id = {workspaceId} AND a.id = {appId} AND a.deleted_at IS NULL AND {which}
            """,
            AppStore.ReadSnapshot,
            cancellationToken);

    /// <summary>Makes an old version the draft; null when there is no such version.</summary>
    public Task<AppDraft?> RestoreAsync(
        Guid workspaceId, Guid appId, int version, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.app a SET draft_config = v.config, draft_revision = a.draft_revision + 1,
                draft_updated_at = {now}, draft_updated_by = {by}::uuid, updated_at = {now}, updated_by = {by}::uuid
            FROM studio.app_version v
            WHERE a.workspace_id = {workspaceId} AND a.id = {appId} AND v.app_id = a.id AND v.version = {version}
            RETURNING a.draft_revision, a.draft_config, a.draft_updated_at, a.draft_updated_by
            """,
            ReadDraft,
            cancellationToken);

    private Task<int?> PublishAsync(
        Guid workspaceId, Guid appId, NewVersion written, SqlText source, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                // The lock makes two people who publish at once get two versions, one after the other.
                var locked = await sql.ScalarAsync<Guid?>(
                    $"SELECT id FROM studio.app WHERE workspace_id = {workspaceId} AND id = {appId} FOR UPDATE",
                    cancellationToken);
                if (locked is null)
                {
                    return null;
                }

                return await sql.ScalarAsync<int?>(
                    $"""
                    WITH source AS ({source}),
                    made AS (
                        INSERT INTO studio.app_version
                            (id, workspace_id, app_id, version, config, name, note, created_by, created_at)
                        SELECT {written.Id}, {workspaceId}, {appId},
                            1 + (SELECT coalesce(max(version), 0) FROM studio.app_version WHERE app_id = {appId}),
                            source.config, {written.Name}::text, {written.Note}::text, {written.By}::uuid, {written.At}
                        FROM source
                        RETURNING version, config)
                    UPDATE studio.app SET version = made.version, published_at = {written.At},
                        published_revision = CASE WHEN draft_config = made.config THEN draft_revision END,
                        updated_at = {written.At}, updated_by = {written.By}::uuid
                    FROM made WHERE id = {appId}
                    RETURNING app.version
                    """,
                    cancellationToken);
            },
            cancellationToken);

    private static AppVersion ReadVersion(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<int>("version"),
        row.Get<string?>("name"),
        row.Get<string?>("note"),
        row.Get<Guid?>("created_by"),
        row.Get<DateTimeOffset>("created_at"));

    private static AppDraft ReadDraft(Row row) => new(
        row.Get<int>("draft_revision"),
        row.Json("draft_config")!.Value,
        row.Get<DateTimeOffset>("draft_updated_at"),
        row.Get<Guid?>("draft_updated_by"));
}
