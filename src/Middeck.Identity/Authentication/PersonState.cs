namespace Middeck.Identity.Authentication;

/// <summary>What every call of a signed-in person needs to know. The workspace that was joined first comes first.</summary>
internal sealed record PersonState(
    Guid UserId,
    string Email,
    bool InstallationAdmin,
    Guid? DefaultWorkspaceId,
    IReadOnlyList<Membership> Memberships)
{
    public string? RoleIn(Guid workspaceId)
    {
        foreach (var membership in Memberships)
        {
            if (membership.WorkspaceId == workspaceId)
            {
                return membership.Role;
            }
        }

        return null;
    }

    /// <summary>The workspace of calls that name none; null for people without one.</summary>
    public Guid? HomeWorkspaceId
        => DefaultWorkspaceId is { } chosen && RoleIn(chosen) is not null
            ? chosen
            : Memberships.Count > 0 ? Memberships[0].WorkspaceId : null;
}
