namespace Middeck.Identity.Invitations;

/// <summary>An invitation that is still open.</summary>
internal sealed record Invitation(
    Guid Id, string? Email, string Role, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, Guid? CreatedBy);
