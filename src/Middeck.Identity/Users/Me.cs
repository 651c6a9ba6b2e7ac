namespace Middeck.Identity.Users;

/// <summary>The signed-in person with what holds in the workspace of the call.</summary>
internal sealed record Me(
    Guid Id,
    string Email,
    string Name,
    string? Language,
    Guid? DefaultWorkspaceId,
    bool MustChangePassword,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastLoginAt,
    MyWorkspace? Workspace,
    IReadOnlyList<string> Permissions,
    bool InstallationAdmin);
