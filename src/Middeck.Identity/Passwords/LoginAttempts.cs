using Microsoft.Extensions.Options;
using Middeck.Identity.Users;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Passwords;

/// <summary>Counts failed logins per address and locks it for a while. Addresses without an account are treated alike.</summary>
internal sealed class LoginAttempts(Database database, IOptions<IdentityOptions> options, TimeProvider clock)
{
    /// <summary>Until when the address is locked; null when it is not.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(string emailKey, CancellationToken cancellationToken)
        => await database.ScalarAsync<DateTimeOffset?>(
            $"""
            SELECT locked_until FROM identity.login_attempt
            WHERE email_hash = {EmailKey.Hash(emailKey)} AND locked_until > {clock.GetUtcNow()}
            """,
            cancellationToken);

    /// <summary>Counts a failure in one statement, so that failures that arrive together all count.</summary>
    public Task FailedAsync(string emailKey, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now.AddMinutes(options.Value.LockoutMinutes);
        return database.ExecuteAsync(
            $"""
            INSERT INTO identity.login_attempt AS a (email_hash, failures, last_at)
            VALUES ({EmailKey.Hash(emailKey)}, 1, {now})
            ON CONFLICT (email_hash) DO UPDATE SET
                last_at = EXCLUDED.last_at,
                failures = CASE WHEN a.locked_until <= {now} THEN 1 ELSE a.failures + 1 END,
                locked_until = CASE
                    WHEN a.locked_until > {now} THEN a.locked_until
                    WHEN a.locked_until IS NULL AND a.failures + 1 >= {options.Value.LockoutFailures} THEN {until}
                END
            """,
            cancellationToken);
    }

    /// <summary>
    /// Forgets the failures after the right password, unless the address was locked while it was being checked: of many
    /// guesses sent at once, only those before the lock may win.
    /// </summary>
    /// <returns>Until when it is locked; null when the login may go on.</returns>
    public async Task<DateTimeOffset?> SucceededAsync(string emailKey, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"""
            DELETE FROM identity.login_attempt
            WHERE email_hash = {EmailKey.Hash(emailKey)} AND (locked_until IS NULL OR locked_until <= {clock.GetUtcNow()})
            """,
            cancellationToken);
        return await LockedUntilAsync(emailKey, cancellationToken);
    }

    /// <summary>Unlocks an address whose password was reset.</summary>
    public Task ForgetAsync(string emailKey, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM identity.login_attempt WHERE email_hash = {EmailKey.Hash(emailKey)}", cancellationToken);
}
