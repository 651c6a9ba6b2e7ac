namespace Middeck.Identity.Accounts;

/// <summary>
/// Accounts as the operator on the machine itself manages them, who needs no session: whoever can read the database's password
/// can do all of this anyway. Each act stands in the audit log under its operator's name.
/// </summary>
public interface IAccounts
{
    /// <summary>All accounts, the oldest first.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes an account.</summary>
    /// <returns>The generated password; null when one was given.</returns>
    /// <exception cref="Middeck.Core.Errors.FaultException">
    /// <c>users.email_taken</c>, <c>users.invalid_email</c>, <c>auth.password_policy</c>, <c>workspaces.not_found</c>,
    /// <c>workspaces.invalid_role</c>.
    /// </exception>
    Task<string?> CreateAsync(NewAccount account, string operatorName, CancellationToken cancellationToken);

    /// <summary>Sets a password, ends all sessions and lifts a lock.</summary>
    /// <returns>The generated password, which has to be changed; null when one was given.</returns>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>users.not_found</c>, <c>auth.password_policy</c>.</exception>
    Task<string?> ResetPasswordAsync(string email, string? password, string operatorName, CancellationToken cancellationToken);

    /// <summary>Makes somebody an administrator of the installation, or an ordinary person again.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>users.not_found</c>, <c>users.last_administrator</c>.</exception>
    Task SetAdministratorAsync(string email, bool isAdministrator, string operatorName, CancellationToken cancellationToken);

    /// <summary>Shuts somebody out, or lets them in again.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>users.not_found</c>, <c>users.last_administrator</c>.</exception>
    Task SetDisabledAsync(string email, bool isDisabled, string operatorName, CancellationToken cancellationToken);
}
