namespace Middeck.Identity.Accounts;

/// <summary>A person's account as an operator of the installation sees it.</summary>
/// <param name="Id">The person.</param>
/// <param name="Email">Their address, with which they sign in.</param>
/// <param name="Name">What they are called.</param>
/// <param name="IsAdministrator">Whether they administer the installation.</param>
/// <param name="IsDisabled">Whether they are shut out.</param>
/// <param name="MustChangePassword">Whether the console asks them for a new password.</param>
/// <param name="Workspaces">In how many workspaces they are.</param>
/// <param name="CreatedAt">Since when they are there.</param>
/// <param name="LastLoginAt">When they last signed in; null for never.</param>
public sealed record Account(
    Guid Id,
    string Email,
    string Name,
    bool IsAdministrator,
    bool IsDisabled,
    bool MustChangePassword,
    int Workspaces,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastLoginAt);
