using Microsoft.AspNetCore.Identity;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Identity.Bootstrap;
using Middeck.Identity.Changes;
using Middeck.Identity.Users;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Passwords;

/// <summary>Changes passwords. A new password is a new security stamp, which ends every session that does not get it too.</summary>
internal sealed class PasswordService(
    Database database,
    UserStore users,
    LoginAttempts attempts,
    PasswordHashing passwords,
    OneTimeTokens tokens,
    InitialPasswordFile initialPassword,
    IdentityChanges changes,
    TimeProvider clock)
{
    private const string NewPasswordField = "new_password";

    /// <summary>Changes one's own password. The session that asks lives on, all others end.</summary>
    public async Task<PasswordOutcome> ChangeAsync(
        Guid userId, Guid? sessionId, string current, string wanted, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(userId, cancellationToken)
            ?? throw new FaultException(Fault.Unauthenticated("auth.unauthenticated", "The account is no longer there."));
        var emailKey = EmailKey.Of(user.Email);
        // Whoever found an open session must not get to guess the password behind it.
        if (await attempts.LockedUntilAsync(emailKey, cancellationToken) is { } until)
        {
            return new PasswordOutcome.Locked(until);
        }

        if (passwords.Verify(user, current) == PasswordVerificationResult.Failed)
        {
            await attempts.FailedAsync(emailKey, cancellationToken);
            return new PasswordOutcome.Refused(PasswordFaults.Wrong());
        }

        var failed = PasswordPolicy.Check(wanted, user.Email);
        if (wanted == current)
        {
            failed = [.. failed, "different"];
        }

        if (failed.Count > 0)
        {
            return new PasswordOutcome.Refused(PasswordFaults.Policy(failed, NewPasswordField));
        }

        var hash = passwords.Hash(wanted);
        await database.InTransactionAsync(
            sql => StoreAsync(sql, user, hash, sessionId, cancellationToken), cancellationToken);
        await AfterChangeAsync(user, cancellationToken);
        return new PasswordOutcome.Changed(user);
    }

    /// <summary>Sets a new password by the token of a link. Every session ends, and so does a lock.</summary>
    public async Task<PasswordOutcome> ResetAsync(string token, string wanted, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(OneTimeTokens.PasswordReset, token, cancellationToken) is not { } userId
            || await users.FindAsync(userId, cancellationToken) is not { } user)
        {
            return new PasswordOutcome.Refused(PasswordFaults.TokenInvalid());
        }

        // Before the token is used up: a password that is too short must not cost the link.
        var failed = PasswordPolicy.Check(wanted, user.Email);
        if (failed.Count > 0)
        {
            return new PasswordOutcome.Refused(PasswordFaults.Policy(failed, NewPasswordField));
        }

        var hash = passwords.Hash(wanted);
        var done = await database.InTransactionAsync(
            async sql =>
            {
                if (!await OneTimeTokens.UseAsync(sql, token, cancellationToken))
                {
                    return false;
                }

                await StoreAsync(sql, user, hash, keepSession: null, cancellationToken);
                return true;
            },
            cancellationToken);
        if (!done)
        {
            return new PasswordOutcome.Refused(PasswordFaults.TokenInvalid());
        }

        await attempts.ForgetAsync(EmailKey.Of(user.Email), cancellationToken);
        await AfterChangeAsync(user, cancellationToken);
        return new PasswordOutcome.Changed(user);
    }

    private async Task StoreAsync(
        ISql sql, UserRow user, string hash, Guid? keepSession, CancellationToken cancellationToken)
    {
        var stamp = Ids.New(clock);
        await sql.ExecuteAsync(
            $"""
            UPDATE identity.user
            SET password_hash = {hash}, security_stamp = {stamp}, must_change_password = false
            WHERE id = {user.Id}
            """,
            cancellationToken);
        await sql.ExecuteAsync(
            $"UPDATE identity.session SET security_stamp = {stamp} WHERE id = {keepSession} AND user_id = {user.Id}",
            cancellationToken);
        await sql.ExecuteAsync(
            $"DELETE FROM identity.one_time_token WHERE user_id = {user.Id}", cancellationToken);
    }

    private async Task AfterChangeAsync(UserRow user, CancellationToken cancellationToken)
    {
        if (user.MustChangePassword)
        {
            initialPassword.Delete();
        }

        await changes.PersonAsync(user.Id, cancellationToken);
    }
}
