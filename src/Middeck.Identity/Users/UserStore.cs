using Middeck.Identity.Validation;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Users;

internal sealed class UserStore(Database database) : IPeople
{
    public Task<UserRow?> FindAsync(Guid id, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT {UserRow.Columns} FROM identity.user WHERE id = {id}", UserRow.Map!, cancellationToken);

    public async Task<UserRow?> FindByEmailAsync(string emailKey, CancellationToken cancellationToken)
        => PlainText.IsPlain(emailKey)
            ? await database.FirstOrDefaultAsync(
                $"SELECT {UserRow.Columns} FROM identity.user WHERE email_key = {emailKey}", UserRow.Map!, cancellationToken)
            : null;

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
    {
        var names = await database.QueryAsync(
            $"SELECT id, name FROM identity.user WHERE id = ANY({userIds.ToArray()})",
            row => KeyValuePair.Create(row.Get<Guid>("id"), row.Get<string>("name")),
            cancellationToken);
        return names.ToDictionary();
    }

    public async Task<IReadOnlyList<string>> AddressesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid>? userIds, CancellationToken cancellationToken)
        => await database.QueryAsync(
            $"""
            SELECT u.email FROM identity.member m JOIN identity.user u ON u.id = m.user_id
            WHERE m.workspace_id = {workspaceId} AND u.suspended_at IS NULL
                AND ({userIds is null} OR u.id = ANY({userIds?.ToArray() ?? []}))
            ORDER BY u.email
            """,
            static row => row.At<string>(0),
            cancellationToken);

    /// <summary>Adds a person inside the caller's transaction.</summary>
    public static Task InsertAsync(ISql sql, NewUser user, CancellationToken cancellationToken)
        => sql.ExecuteAsync(
            $"""
            INSERT INTO identity.user
                (id, email, email_key, name, password_hash, security_stamp, must_change_password, installation_admin,
                 default_workspace_id, created_at)
            VALUES ({user.Id}, {user.Email}, {EmailKey.Of(user.Email)}, {user.Name}, {user.PasswordHash},
                    {user.SecurityStamp}, {user.MustChangePassword}, {user.InstallationAdmin},
                    {user.DefaultWorkspaceId}, {user.CreatedAt})
            """,
            cancellationToken);

    /// <summary>Keeps the same password under today's cost. Does nothing when the password was changed meanwhile.</summary>
    public Task RehashAsync(UserRow user, string passwordHash, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE identity.user SET password_hash = {passwordHash}
            WHERE id = {user.Id} AND password_hash = {user.PasswordHash}
            """,
            cancellationToken);

    /// <summary>Changes what is not null.</summary>
    public Task UpdateProfileAsync(
        Guid id, string? name, string? language, Guid? defaultWorkspaceId, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE identity.user
            SET name = COALESCE({name}::text, name),
                language = COALESCE({language}::text, language),
                default_workspace_id = COALESCE({defaultWorkspaceId}::uuid, default_workspace_id)
            WHERE id = {id}
            """,
            cancellationToken);

    public async Task<bool> IsInstallationAdminAsync(Guid id, CancellationToken cancellationToken)
        => await database.ScalarAsync<bool>(
            $"SELECT installation_admin FROM identity.user WHERE id = {id}", cancellationToken);
}
