using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Sites.Publishing;

/// <summary>The rows of pages.</summary>
internal sealed class PublicationStore(Database database)
{
    private static SqlText Columns => SqlText.Of($"""
        p.app_id, p.workspace_id, p.token, p.settings, p.code_hash, p.code_revision, p.identity_secret, p.issued_at
        """);

    public Task<PublicationRow?> FindAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {Columns} FROM studio.publication p WHERE p.workspace_id = {workspaceId} AND p.app_id = {appId}",
            Read,
            cancellationToken);

    /// <summary>The page with the token, of an app that is not in the trash; null when there is none.</summary>
    public Task<PublicationRow?> FindByTokenAsync(string token, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM studio.publication p JOIN studio.app a ON a.id = p.app_id AND a.deleted_at IS NULL
            WHERE p.token = {token}
            """,
            Read,
            cancellationToken);

    /// <summary>Writes the access; a page that is new gets the token. A code that is given takes the place of the former one.</summary>
    public Task<PublicationRow?> SaveAsync(
        Guid workspaceId,
        Guid appId,
        SiteAccess access,
        string newToken,
        string? codeHash,
        Guid? by,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var settings = SqlText.Jsonb(JsonSerializer.Serialize(access, Json.Snake));
        return database.FirstOrDefaultAsync(
            $"""
            INSERT INTO studio.publication AS p
                (app_id, workspace_id, token, settings, code_hash, code_revision, issued_at, updated_by, updated_at)
            SELECT id, workspace_id, {newToken}, {settings}, {codeHash}::text, 1, {now}, {by}::uuid, {now}
            FROM studio.app WHERE workspace_id = {workspaceId} AND id = {appId}
            ON CONFLICT (app_id) DO UPDATE SET
                settings = excluded.settings, code_hash = coalesce(excluded.code_hash, p.code_hash),
                code_revision = p.code_revision + CASE WHEN excluded.code_hash IS NULL THEN 0 ELSE 1 END,
                updated_by = excluded.updated_by, updated_at = excluded.updated_at
            RETURNING {Columns}
            """,
            Read,
            cancellationToken);
    }

    /// <summary>Gives the page another address; the former one leads nowhere from now on.</summary>
    public Task<PublicationRow?> ReissueAsync(
        Guid workspaceId, Guid appId, string token, Guid? by, DateTimeOffset now, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"""
            UPDATE studio.publication p SET token = {token}, issued_at = {now}, updated_by = {by}::uuid, updated_at = {now}
            WHERE p.workspace_id = {workspaceId} AND p.app_id = {appId}
            RETURNING {Columns}
            """,
            Read,
            cancellationToken);

    public async Task<bool> SetIdentitySecretAsync(
        Guid workspaceId, Guid appId, string secret, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE studio.publication SET identity_secret = {secret}
            WHERE workspace_id = {workspaceId} AND app_id = {appId}
            """,
            cancellationToken) > 0;

    private static PublicationRow Read(Row row) => new(
        row.Get<Guid>("app_id"),
        row.Get<Guid>("workspace_id"),
        row.Get<string>("token"),
        row.Json<SiteAccess>("settings")!,
        row.Get<string?>("code_hash"),
        row.Get<int>("code_revision"),
        row.Get<string?>("identity_secret"),
        row.Get<DateTimeOffset>("issued_at"));
}
