namespace Middeck.Identity.Users;

/// <summary>A person as the API shows it.</summary>
internal sealed record User(
    Guid Id,
    string Email,
    string Name,
    string? Language,
    Guid? DefaultWorkspaceId,
    bool MustChangePassword,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastLoginAt);
