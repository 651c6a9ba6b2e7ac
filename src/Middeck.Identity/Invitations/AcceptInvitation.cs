using Middeck.Identity.Validation;

namespace Middeck.Identity.Invitations;

/// <summary>What somebody without a session gives: the account's password, or all of a new account.</summary>
public sealed record AcceptInvitation([Name] string? Name, [Email] string? Email, string? Password);
