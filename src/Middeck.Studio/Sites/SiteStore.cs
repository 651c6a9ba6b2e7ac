using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Sites;

/// <summary>The rows of sites.</summary>
internal sealed class SiteStore(Database database)
{
    /// <summary>How the app's page looks; what follows from the app itself when nobody has said. Null when there is no such app.</summary>
    public Task<SiteSettings?> FindAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT app.name, app.description, app.icon, app.envelope, site.settings
            FROM studio.app LEFT JOIN studio.site ON site.app_id = app.id
            WHERE app.workspace_id = {workspaceId} AND app.id = {appId} AND app.deleted_at IS NULL
            """,
            static row => row.Json<SiteSettings>("settings") ?? Default(
                row.Get<string>("name"), row.Get<string>("description"), row.Get<string?>("icon"),
                row.Json("envelope").Member("app")),
            cancellationToken);

    public Task SaveAsync(
        Guid workspaceId, Guid appId, SiteSettings settings, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var json = SqlText.Jsonb(JsonSerializer.Serialize(settings, Json.Snake));
        return database.ExecuteAsync(
            $"""
            INSERT INTO studio.site (app_id, workspace_id, settings, updated_by, updated_at)
            SELECT id, workspace_id, {json}, {by}::uuid, {now} FROM studio.app
            WHERE workspace_id = {workspaceId} AND id = {appId}
            ON CONFLICT (app_id) DO UPDATE SET
                settings = EXCLUDED.settings, updated_by = EXCLUDED.updated_by, updated_at = EXCLUDED.updated_at
            """,
            cancellationToken);
    }

    // Files that apps come from say a few things about the page.
    private static SiteSettings Default(string name, string description, string? icon, JsonElement? file) => new()
    {
        Title = name,
        Description = description,
        Icon = icon,
        IconType = file.Member("icon_type").Text() ?? "emoji",
        IconBackground = file.Member("icon_background").Text(),
        UseIconAsAnswerIcon = file.Member("use_icon_as_answer_icon").Flag() ?? false,
    };
}
