using Middeck.Http.Dialects.Dify;
using Middeck.Identity.Access;

namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>Dify's three permissions as access lists. Owners and administrators have access in any case.</summary>
internal sealed class DatasetPermissions(IAccessLists lists)
{
    public const string OnlyMe = "only_me";
    public const string AllTeamMembers = "all_team_members";
    public const string PartialMembers = "partial_members";

    /// <summary>The word for a list, and the people on it beside the creator.</summary>
    public async Task<(string Permission, IReadOnlyList<Guid> Members)> OfAsync(
        Guid workspaceId, Guid datasetId, Guid? creator, CancellationToken cancellationToken)
    {
        var list = await lists.ReadAsync(workspaceId, ResourceKind.KnowledgeBase, datasetId, cancellationToken);
        Guid[] others = [.. list.Grants.Select(static grant => grant.UserId).Where(person => person != creator)];
        return list.Mode == AccessMode.Workspace ? (AllTeamMembers, [])
            : others.Length == 0 ? (OnlyMe, [])
            : (PartialMembers, others);
    }

    /// <exception cref="Core.Errors.FaultException">The word is none of the three.</exception>
    public static void Check(string permission)
    {
        if (permission is not (OnlyMe or AllTeamMembers or PartialMembers))
        {
            throw DifyFaults.Invalid("permission", "permission must be one of: only_me, all_team_members, partial_members.");
        }
    }

    /// <exception cref="Core.Errors.FaultException">Somebody on the list is no member of the workspace.</exception>
    public async Task WriteAsync(
        Guid workspaceId,
        Guid datasetId,
        Guid? creator,
        string permission,
        IReadOnlyList<PartialMember> members,
        CancellationToken cancellationToken)
    {
        var list = permission == AllTeamMembers
            ? new AccessList(AccessMode.Workspace, [])
            : new AccessList(
                AccessMode.Listed, [.. Creator(creator), .. permission == PartialMembers ? Others(creator, members) : []]);
        if (await lists.WriteAsync(workspaceId, ResourceKind.KnowledgeBase, datasetId, list, cancellationToken))
        {
            return;
        }

        // Whoever made the dataset may have left the workspace since; then the others are the list.
        var rest = list with { Grants = [.. list.Grants.Where(grant => grant.UserId != creator)] };
        if (!await lists.WriteAsync(workspaceId, ResourceKind.KnowledgeBase, datasetId, rest, cancellationToken))
        {
            throw DifyFaults.Invalid("partial_member_list", "Everybody on partial_member_list must be a member of the workspace.");
        }
    }

    private static IEnumerable<AccessGrant> Creator(Guid? creator)
        => creator is { } person ? [new AccessGrant(person, null, null, AccessLevel.Manage)] : [];

    private static IEnumerable<AccessGrant> Others(Guid? creator, IReadOnlyList<PartialMember> members)
        => members.Select(static member => DifyIds.Required("partial_member_list", member.UserId)).Distinct()
            .Where(person => person != creator)
            .Select(static person => new AccessGrant(person, null, null, AccessLevel.Edit));
}
