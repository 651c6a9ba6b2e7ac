using Middeck.Identity.Keys;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Authentication;

internal sealed class KeyStateStore(Database database, TimeProvider clock)
{
    private static readonly TimeSpan UsedStep = TimeSpan.FromMinutes(1);

    /// <summary>The key of that hash; null when there is none, or it is suspended.</summary>
    public Task<KeyState?> LoadAsync(string sha256, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hash = Convert.FromHexString(sha256);
        return database.FirstOrDefaultAsync(
            $"""
            WITH used AS (
                UPDATE identity.api_key SET last_used_at = {now}
                WHERE key_hash = {hash} AND (last_used_at IS NULL OR last_used_at < {now - UsedStep})
            )
            SELECT k.id, k.kind, k.name, k.workspace_id, k.resource_id, k.scopes, k.created_by, k.expires_at, m.role
            FROM identity.api_key k
            JOIN identity.workspace w ON w.id = k.workspace_id AND w.deleted_at IS NULL
            LEFT JOIN identity.user u ON u.id = k.created_by AND u.suspended_at IS NULL
            LEFT JOIN identity.member m ON m.user_id = u.id AND m.workspace_id = k.workspace_id
            WHERE k.key_hash = {hash} AND k.suspended_at IS NULL
            """,
            Map,
            cancellationToken);
    }

    private static KeyState? Map(Row row) => new(
        row.Get<Guid>("id"),
        row.Word<ApiKeyKind>("kind"),
        row.Get<string>("name"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid?>("resource_id"),
        row.Get<string[]>("scopes"),
        row.Get<Guid?>("created_by"),
        row.Get<string?>("role"),
        row.Get<DateTimeOffset?>("expires_at"));
}
