namespace Middeck.Identity.Users;

/// <summary>A person who is about to be added.</summary>
internal sealed record NewUser(
    Guid Id,
    string Email,
    string Name,
    string PasswordHash,
    Guid SecurityStamp,
    DateTimeOffset CreatedAt)
{
    public bool MustChangePassword { get; init; }

    public bool InstallationAdmin { get; init; }

    public Guid? DefaultWorkspaceId { get; init; }
}
