using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tags;

namespace Middeck.Studio.Apps;

/// <summary>The rows of apps.</summary>
internal sealed class AppStore(Database database)
{
    public Task InsertAsync(Guid workspaceId, NewApp app, CancellationToken cancellationToken)
        => database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO studio.app (id, workspace_id, name, description, icon, mode, envelope, draft_config,
                        draft_revision, draft_updated_at, draft_updated_by, created_by, updated_by, created_at, updated_at)
                    VALUES ({app.Id}, {workspaceId}, {app.Name}, {app.Description}, {app.Icon}, {app.Mode},
                        {SqlText.Jsonb(app.Envelope)}, {SqlText.Jsonb(app.Config)}, 1, {app.At}, {app.By}::uuid,
                        {app.By}::uuid, {app.By}::uuid, {app.At}, {app.At})
                    """,
                    cancellationToken);
                await sql.ExecuteAsync(
                    $"""
                    INSERT INTO studio.app_tag (app_id, tag_id)
                    SELECT {app.Id}, tag.id FROM studio.tag
                    WHERE tag.workspace_id = {workspaceId} AND tag.id = ANY({app.TagIds.ToArray()})
                    """,
                    cancellationToken);
            },
            cancellationToken);

    /// <summary>The app, also when it lies in the trash.</summary>
    /// <param name="workspaceId">Whose it is.</param>
    /// <param name="id">The app.</param>
    /// <param name="userId">Whose favourite it may be; null for programs.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<App?> FindAsync(Guid workspaceId, Guid id, Guid? userId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns(userId)} FROM studio.app WHERE app.workspace_id = {workspaceId} AND app.id = {id}",
            Read,
            cancellationToken);

    /// <summary>Favourites first, then newest first.</summary>
    public Task<List<App>> ListAsync(
        Guid workspaceId, Guid? userId, AppFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var pattern = LikePattern.Containing(filter.Search);
        return database.QueryAsync(
            $"""
            SELECT {Columns(userId)} FROM studio.app
            WHERE app.workspace_id = {workspaceId} AND (app.deleted_at IS NOT NULL) = {filter.Trash}
                AND {(page.After is { } after
                    ? SqlText.Of($"({IsFavourite(userId, SqlText.Of($"app.id"))}, app.id) < ({IsFavourite(userId, SqlText.Of($"{after}"))}, {after})")
                    : SqlText.Of($"true"))}
                AND {(filter.Mode is { } mode ? SqlText.Of($"app.mode = {mode}") : SqlText.Of($"true"))}
                AND {(filter.Favourite ? IsFavourite(userId, SqlText.Of($"app.id")) : SqlText.Of($"true"))}
                AND {(filter.Mine ? SqlText.Of($"app.created_by = {userId}::uuid") : SqlText.Of($"true"))}
                AND {(filter.TagIds.Count > 0
                    ? SqlText.Of($"""
                        EXISTS (SELECT FROM studio.app_tag
                                WHERE app_tag.app_id = app.id AND app_tag.tag_id = ANY({filter.TagIds.ToArray()}))
                        """)
                    : SqlText.Of($"true"))}
                AND {(pattern is null
                    ? SqlText.Of($"true")
                    : SqlText.Of($"(app.name ILIKE {pattern} OR app.description ILIKE {pattern})"))}
            ORDER BY is_favourite DESC, app.id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);
    }

    public Task<App?> UpdateAsync(
        Guid workspaceId, Guid id, UpdateApp change, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.app SET
                name = coalesce({change.Name}::text, name),
                description = coalesce({change.Description}::text, description),
                icon = CASE WHEN {change.Icon}::text IS NULL THEN icon ELSE nullif({change.Icon}::text, '') END,
                updated_by = {by}::uuid, updated_at = {now}
            WHERE workspace_id = {workspaceId} AND id = {id}
            RETURNING {Columns(by)}
            """,
            Read,
            cancellationToken);

    public Task MarkAsync(
        Guid workspaceId, Guid id, Guid userId, bool isFavourite, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            isFavourite
                ? SqlText.Of(
                    $"""
                    INSERT INTO studio.app_favourite (app_id, user_id)
                    SELECT id, {userId} FROM studio.app WHERE workspace_id = {workspaceId} AND id = {id}
                    ON CONFLICT DO NOTHING
                    """)
                : SqlText.Of($"DELETE FROM studio.app_favourite WHERE app_id = {id} AND user_id = {userId}"),
            cancellationToken);

    public async Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"DELETE FROM studio.app WHERE workspace_id = {workspaceId} AND id = {id}", cancellationToken) > 0;

    /// <summary>The app with its published version's configuration; null when there is none of either.</summary>
    public Task<AppSnapshot?> FindPublishedAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT a.workspace_id, a.id, a.name, a.description, a.mode, v.version, v.config, v.id AS version_id
            FROM studio.app a JOIN studio.app_version v ON v.app_id = a.id AND v.version = a.version
            WHERE a.id = {id} AND a.deleted_at IS NULL
            """,
            ReadSnapshot,
            cancellationToken);

    /// <summary>The published apps of a kind, by name; at most 500.</summary>
    public Task<List<AppSnapshot>> ListPublishedAsync(Guid workspaceId, string mode, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT a.workspace_id, a.id, a.name, a.description, a.mode, v.version, v.config, v.id AS version_id
            FROM studio.app a JOIN studio.app_version v ON v.app_id = a.id AND v.version = a.version
            WHERE a.workspace_id = {workspaceId} AND a.mode = {mode} AND a.deleted_at IS NULL ORDER BY a.name, a.id LIMIT 500
            """,
            ReadSnapshot,
            cancellationToken);

    /// <summary>The app with its draft's configuration.</summary>
    public Task<AppSnapshot?> FindDraftAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT workspace_id, id, name, description, mode, NULL::integer AS version, draft_config AS config,
                NULL::uuid AS version_id
            FROM studio.app WHERE workspace_id = {workspaceId} AND id = {id} AND deleted_at IS NULL
            """,
            ReadSnapshot,
            cancellationToken);

    /// <summary>The draft's configuration and what its file says besides, as they were written.</summary>
    public Task<WrittenApp?> FindWrittenAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT draft_config, envelope FROM studio.app WHERE workspace_id = {workspaceId} AND id = {id}",
            static row => new WrittenApp(row.Json("draft_config")!.Value, row.Json("envelope")!.Value),
            cancellationToken);

    private static App Read(Row row)
    {
        var version = row.Get<int?>("version");
        var revision = row.Get<int>("draft_revision");
        return new App(
            row.Get<Guid>("id"),
            row.Get<string>("name"),
            row.Get<string>("description"),
            row.Get<string?>("icon"),
            row.Get<string>("mode"),
            version is null ? AppStatus.Draft : AppStatus.Published,
            version,
            revision,
            row.Get<DateTimeOffset?>("published_at"),
            revision != row.Get<int?>("published_revision"),
            row.Json<List<TagName>>("tags")!,
            row.Get<bool>("is_favourite"),
            row.Get<DateTimeOffset?>("deleted_at"),
            row.Get<Guid?>("created_by"),
            row.Get<Guid?>("updated_by"),
            row.Get<DateTimeOffset>("created_at"),
            row.Get<DateTimeOffset>("updated_at"));
    }

    private static SqlText Columns(Guid? userId) => SqlText.Of($"""
        app.id, app.name, app.description, app.icon, app.mode, app.version, app.draft_revision, app.published_revision,
        app.published_at, app.created_by, app.updated_by, app.created_at, app.updated_at, app.deleted_at,
        {IsFavourite(userId, SqlText.Of($"app.id"))} AS is_favourite,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name) ORDER BY lower(tag.name), tag.id), '[]')
         FROM studio.app_tag JOIN studio.tag ON tag.id = app_tag.tag_id WHERE app_tag.app_id = app.id) AS tags
        """);

    private static SqlText IsFavourite(Guid? userId, SqlText appId) => SqlText.Of(
        $"EXISTS (SELECT FROM studio.app_favourite AS mark WHERE mark.app_id = {appId} AND mark.user_id = {userId}::uuid)");

    internal static AppSnapshot ReadSnapshot(Row row) => new(
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("id"),
        row.Get<string>("name"),
        row.Get<string>("description"),
        row.Get<string>("mode"),
        row.Get<int?>("version"),
        AppConfig.Read(row.Json("config")!.Value, row.Get<string>("mode")))
    {
        VersionId = row.Get<Guid?>("version_id"),
    };
}
