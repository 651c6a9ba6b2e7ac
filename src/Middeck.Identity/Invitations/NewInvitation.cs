namespace Middeck.Identity.Invitations;

/// <summary>An invitation that was just made; the token is shown only here.</summary>
internal sealed record NewInvitation(
    Guid Id, string? Email, string Role, DateTimeOffset ExpiresAt, string Token, string Url);
