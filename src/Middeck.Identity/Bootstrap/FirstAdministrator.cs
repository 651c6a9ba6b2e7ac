using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;
using Middeck.Identity.Passwords;
using Middeck.Identity.Users;
using Middeck.Identity.Workspaces;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Bootstrap;

/// <summary>Makes the first administrator and the workspace 'Default' in an installation that has nobody yet.</summary>
internal sealed partial class FirstAdministrator(
    Database database,
    PasswordHashing passwords,
    InitialPasswordFile file,
    IOptions<IdentityOptions> options,
    IConfiguration configuration,
    TimeProvider clock,
    ILogger<FirstAdministrator> logger)
{
    // Any constant will do, as long as all nodes use the same.
    private const long LockKey = 0x6964656E74697479;

    /// <returns>The workspace that was made first; null when it and all others are gone.</returns>
    public async Task<Guid?> EnsureAsync(CancellationToken cancellationToken)
    {
        CheckConfigured();
        return await database.InTransactionAsync(
            async sql =>
            {
                await sql.ExecuteAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellationToken);
                if (!await sql.ScalarAsync<bool>($"SELECT true FROM identity.user LIMIT 1", cancellationToken))
                {
                    await CreateAsync(sql, cancellationToken);
                }

                return await sql.ScalarAsync<Guid?>(
                    $"SELECT id FROM identity.workspace ORDER BY id LIMIT 1", cancellationToken);
            },
            cancellationToken);
    }

    private void CheckConfigured()
    {
        if (options.Value.AdminPassword is not { Length: > 0 } password)
        {
            return;
        }

        var failed = PasswordPolicy.Check(password, options.Value.AdminEmail);
        if (failed.Count == 0)
        {
            return;
        }

        if (configuration["server:environment"] == "prod")
        {
            throw new InvalidOperationException(
                "identity.admin_password (MIDDECK_ADMIN_PASSWORD) is too weak for prod: "
                + $"at least {PasswordPolicy.MinLength} characters with a letter and a digit, not the e-mail's name, and none "
                + $"that is commonly used or published. It fails: {string.Join(", ", failed)}.");
        }

        LogWeak(string.Join(", ", failed));
    }

    private async Task CreateAsync(ISql sql, CancellationToken cancellationToken)
    {
        var configured = options.Value.AdminPassword;
        if (configured.Length == 0 && file.Path.Length == 0)
        {
            throw new InvalidOperationException(
                "There is no administrator yet: set identity.admin_password (MIDDECK_ADMIN_PASSWORD), or "
                + "identity.initial_password_file for a generated one.");
        }

        var password = configured.Length > 0 ? configured : GeneratedPassword.Make();
        var now = clock.GetUtcNow();
        var email = options.Value.AdminEmail.Trim();
        var (userId, workspaceId) = (Ids.New(clock), Ids.New(clock));
        await UserStore.InsertAsync(
            sql,
            new NewUser(userId, email, email.Split('@')[0], passwords.Hash(password), Ids.New(clock), now)
            {
                InstallationAdmin = true,
                MustChangePassword = configured.Length == 0,
                DefaultWorkspaceId = workspaceId,
            },
            cancellationToken);
        await WorkspaceStore.InsertAsync(sql, workspaceId, "Default", userId, now, cancellationToken);

        if (configured.Length > 0)
        {
            LogCreated(email);
            return;
        }

        // Before the commit: a password that nobody can read would lock everybody out.
        await file.WriteAsync(password, cancellationToken);
        LogCreatedWithFile(email, file.Path);
    }

    [LoggerMessage(LogLevel.Information, "The first administrator is {Email} with the password that was configured.")]
    private partial void LogCreated(string email);

    [LoggerMessage(LogLevel.Information, "The first administrator is {Email}; the password is in {File}.")]
    private partial void LogCreatedWithFile(string email, string file);

    [LoggerMessage(LogLevel.Warning, "identity.admin_password is too weak ({Failed}) and would stop the start in prod.")]
    private partial void LogWeak(string failed);
}
