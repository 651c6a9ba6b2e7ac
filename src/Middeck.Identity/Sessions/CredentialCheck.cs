using Microsoft.AspNetCore.Identity;
using Middeck.Identity.Passwords;
using Middeck.Identity.Users;

namespace Middeck.Identity.Sessions;

/// <summary>Checks e-mail and password.</summary>
internal sealed class CredentialCheck(UserStore users, LoginAttempts attempts, PasswordHashing passwords)
{
    public async Task<LoginOutcome> CheckAsync(string email, string password, CancellationToken cancellationToken)
    {
        var emailKey = EmailKey.Of(email);
        if (await attempts.LockedUntilAsync(emailKey, cancellationToken) is { } until)
        {
            return new LoginOutcome.Locked(until);
        }

        var user = await users.FindByEmailAsync(emailKey, cancellationToken);
        var verification = passwords.Verify(user, password);
        if (user is null || verification == PasswordVerificationResult.Failed)
        {
            await attempts.FailedAsync(emailKey, cancellationToken);
            return new LoginOutcome.WrongCredentials(user);
        }

        if (await attempts.SucceededAsync(emailKey, cancellationToken) is { } lockedMeanwhile)
        {
            return new LoginOutcome.Locked(lockedMeanwhile);
        }

        // Told only to who knows the password.
        if (user.SuspendedAt is not null)
        {
            return new LoginOutcome.Suspended(user);
        }

        if (verification == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await users.RehashAsync(user, passwords.Hash(password), cancellationToken);
        }

        return new LoginOutcome.Succeeded(user);
    }
}
