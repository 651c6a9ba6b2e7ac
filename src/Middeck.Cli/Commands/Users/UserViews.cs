using Middeck.Identity.Accounts;

namespace Middeck.Cli.Commands.Users;

/// <summary>The answer of <c>middeck user list --json</c>.</summary>
/// <param name="Users">All accounts, the oldest first.</param>
internal sealed record UserListView(IReadOnlyList<Account> Users);

/// <summary>The answer of the other commands of <c>middeck user</c> with <c>--json</c>.</summary>
/// <param name="Email">The account.</param>
/// <param name="Action"><c>created</c>, <c>password_reset</c>, <c>administrator</c>, <c>not_administrator</c>, <c>disabled</c> or <c>enabled</c>.</param>
/// <param name="Password">The generated password; null when none was generated.</param>
internal sealed record UserActView(string Email, string Action, string? Password);
