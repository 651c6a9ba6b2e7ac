namespace Middeck.Identity.Invitations;

/// <summary>What somebody with the link sees before accepting.</summary>
internal sealed record InvitationView(
    string WorkspaceName, string Role, string? Email, DateTimeOffset ExpiresAt, bool AccountExists);
