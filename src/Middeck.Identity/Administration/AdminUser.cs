using Middeck.Storage.Sql;

namespace Middeck.Identity.Administration;

/// <summary>A person as administrators of the installation see them.</summary>
internal sealed record AdminUser(
    Guid Id,
    string Email,
    string Name,
    string? Language,
    Guid? DefaultWorkspaceId,
    bool MustChangePassword,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastLoginAt,
    int WorkspaceCount,
    bool InstallationAdmin,
    bool Suspended,
    DateTimeOffset? LockedUntil)
{
    public static AdminUser Map(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("email"),
        row.Get<string>("name"),
        row.Get<string?>("language"),
        row.Get<Guid?>("default_workspace_id"),
        row.Get<bool>("must_change_password"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset?>("last_login_at"),
        row.Get<int>("workspace_count"),
        row.Get<bool>("installation_admin"),
        row.Get<bool>("suspended"),
        row.Get<DateTimeOffset?>("locked_until"));
}
