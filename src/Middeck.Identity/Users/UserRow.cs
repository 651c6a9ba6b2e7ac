using Middeck.Storage.Sql;

namespace Middeck.Identity.Users;

/// <summary>A row of <c>identity.user</c>.</summary>
internal sealed record UserRow(
    Guid Id,
    string Email,
    string Name,
    string? Language,
    string PasswordHash,
    Guid SecurityStamp,
    bool MustChangePassword,
    Guid? DefaultWorkspaceId,
    DateTimeOffset? SuspendedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastLoginAt)
{
    public static readonly SqlText Columns = SqlText.Of($"""
        id, email, name, language, password_hash, security_stamp, must_change_password, default_workspace_id,
        suspended_at, created_at, last_login_at
        """);

    public static UserRow Map(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<string>("email"),
        row.Get<string>("name"),
        row.Get<string?>("language"),
        row.Get<string>("password_hash"),
        row.Get<Guid>("security_stamp"),
        row.Get<bool>("must_change_password"),
        row.Get<Guid?>("default_workspace_id"),
        row.Get<DateTimeOffset?>("suspended_at"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset?>("last_login_at"));

    public User ToUser() => new(
        Id, Email, Name, Language, DefaultWorkspaceId, MustChangePassword, CreatedAt, LastLoginAt);
}
