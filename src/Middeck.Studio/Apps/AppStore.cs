using Middeck.Core.Paging;
using Middeck.Storage.Sql;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Apps;

/// <summary>The rows of apps.</summary>
internal sealed class AppStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        id, name, description, icon, mode, version, draft_revision, published_revision, published_at,
        created_by, updated_by, created_at, updated_at
        """);

    public Task InsertAsync(Guid workspaceId, App app, string config, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.app (id, workspace_id, name, description, icon, mode, draft_config, draft_revision,
                draft_updated_at, draft_updated_by, created_by, updated_by, created_at, updated_at)
            VALUES ({app.Id}, {workspaceId}, {app.Name}, {app.Description}, {app.Icon}, {app.Mode},
                {SqlText.Jsonb(config)}, {app.DraftRevision}, {app.CreatedAt}, {app.CreatedBy}, {app.CreatedBy},
                {app.UpdatedBy}, {app.CreatedAt}, {app.UpdatedAt})
            """,
            cancellationToken);

    public Task<App?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM studio.app WHERE workspace_id = {workspaceId} AND id = {id}", Read, cancellationToken);

    public Task<List<App>> ListAsync(
        Guid workspaceId, string? search, string? mode, PageRequest page, CancellationToken cancellationToken)
    {
        var pattern = search is null ? null : $"%{EscapeLike(search)}%";
        return database.QueryAsync(
            $"""
            SELECT {Columns} FROM studio.app
            WHERE workspace_id = {workspaceId}
                AND {(page.After is { } after ? SqlText.Of($"id < {after}") : SqlText.Of($"true"))}
                AND {(mode is null ? SqlText.Of($"true") : SqlText.Of($"mode = {mode}"))}
                AND {(pattern is null
                    ? SqlText.Of($"true")
                    : SqlText.Of($"(name ILIKE {pattern} OR description ILIKE {pattern})"))}
            ORDER BY id DESC LIMIT {page.Fetch}
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
            RETURNING {Columns}
            """,
            Read,
            cancellationToken);

    public async Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"DELETE FROM studio.app WHERE workspace_id = {workspaceId} AND id = {id}", cancellationToken) > 0;

    /// <summary>The app with its published version's configuration; null when there is none of either.</summary>
    public Task<AppSnapshot?> FindPublishedAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT a.workspace_id, a.id, a.name, a.description, a.mode, v.version, v.config
            FROM studio.app a JOIN studio.app_version v ON v.app_id = a.id AND v.version = a.version
            WHERE a.id = {id}
            """,
            ReadSnapshot,
            cancellationToken);

    /// <summary>The app with its draft's configuration.</summary>
    public Task<AppSnapshot?> FindDraftAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT workspace_id, id, name, description, mode, NULL::integer AS version, draft_config AS config
            FROM studio.app WHERE workspace_id = {workspaceId} AND id = {id}
            """,
            ReadSnapshot,
            cancellationToken);

    internal static App Read(Row row)
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
            row.Get<Guid?>("created_by"),
            row.Get<Guid?>("updated_by"),
            row.Get<DateTimeOffset>("created_at"),
            row.Get<DateTimeOffset>("updated_at"));
    }

    private static AppSnapshot ReadSnapshot(Row row) => new(
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("id"),
        row.Get<string>("name"),
        row.Get<string>("description"),
        row.Get<string>("mode"),
        row.Get<int?>("version"),
        AppConfig.Read(row.Json("config")!.Value));

    private static string EscapeLike(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
