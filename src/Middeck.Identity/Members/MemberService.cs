using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Changes;
using Middeck.Identity.Passwords;
using Middeck.Identity.Roles;
using Middeck.Identity.Users;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Members;

/// <summary>Changes who belongs to a workspace, within what the caller's rank allows.</summary>
internal sealed class MemberService(
    Database database, MemberStore members, UserStore users, OneTimeTokens tokens, IdentityChanges changes)
{
    private static readonly Fault NotFound = Fault.NotFound(
        "members.not_found", "The workspace has no such member.");

    private static readonly Fault LastOwner = Fault.Conflict(
        "members.last_owner", "A workspace needs an owner. Make somebody else an owner first, or delete the workspace.");

    /// <returns>The member as it was before and as it is.</returns>
    public async Task<(Member Before, Member After)> ChangeRoleAsync(
        Caller caller, Guid userId, string role, CancellationToken cancellationToken)
    {
        var before = await FindAsync(caller.WorkspaceId, userId, cancellationToken);
        await database.InTransactionAsync(
            async sql =>
            {
                var present = await MemberStore.LockRoleAsync(sql, caller.WorkspaceId, userId, cancellationToken)
                    ?? throw new FaultException(NotFound);
                Rank.EnsureReaches(caller, present);
                Rank.EnsureReaches(caller, role);
                if (role != RoleCatalogue.Owner)
                {
                    await KeepAnOwnerAsync(sql, caller.WorkspaceId, userId, present, cancellationToken);
                }

                await MemberStore.SetRoleAsync(sql, caller.WorkspaceId, userId, role, cancellationToken);
            },
            cancellationToken);
        await changes.PersonAsync(userId, cancellationToken);
        return (before, await FindAsync(caller.WorkspaceId, userId, cancellationToken));
    }

    /// <summary>Removes a member. Everybody may leave; to remove others needs the permission and the rank.</summary>
    public async Task<Member> RemoveAsync(Caller caller, Guid userId, CancellationToken cancellationToken)
    {
        var leaving = caller.UserId == userId;
        if (!leaving && !caller.Has(Permissions.Members.Remove))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Members.Remove));
        }

        var member = await FindAsync(caller.WorkspaceId, userId, cancellationToken);
        await database.InTransactionAsync(
            async sql =>
            {
                var present = await MemberStore.LockRoleAsync(sql, caller.WorkspaceId, userId, cancellationToken)
                    ?? throw new FaultException(NotFound);
                if (!leaving)
                {
                    Rank.EnsureReaches(caller, present);
                }

                await KeepAnOwnerAsync(sql, caller.WorkspaceId, userId, present, cancellationToken);
                await MemberStore.RemoveAsync(sql, caller.WorkspaceId, userId, cancellationToken);
            },
            cancellationToken);
        await changes.PersonAsync(userId, cancellationToken);
        return member;
    }

    /// <summary>
    /// Makes a link with which a member sets a new password. It opens the whole account, so the caller has to be above the
    /// member in every workspace that the member belongs to.
    /// </summary>
    public async Task<(Member Member, OneTimeLink Link)> MakeResetLinkAsync(
        Caller caller, Guid callerId, Guid userId, CancellationToken cancellationToken)
    {
        var member = await FindAsync(caller.WorkspaceId, userId, cancellationToken);
        if (!caller.IsInstallationAdmin && !await IsAboveEverywhereAsync(callerId, userId, cancellationToken))
        {
            throw new FaultException(new Fault(
                FaultKind.Forbidden,
                "members.reset_not_allowed",
                "A reset link opens the whole account. This person also belongs where you are not above them; "
                + "an administrator of the installation can make the link."));
        }

        var link = await tokens.IssueAsync(
            OneTimeTokens.PasswordReset, userId, OneTimeTokens.LinkLifetime, callerId, cancellationToken);
        return (member, link);
    }

    private async Task<bool> IsAboveEverywhereAsync(Guid callerId, Guid userId, CancellationToken cancellationToken)
    {
        if (await users.IsInstallationAdminAsync(userId, cancellationToken))
        {
            return false;
        }

        var mine = (await members.ListOfPersonAsync(callerId, cancellationToken))
            .ToDictionary(membership => membership.WorkspaceId, membership => RoleCatalogue.Get(membership.Role).Rank);
        var theirs = await members.ListOfPersonAsync(userId, cancellationToken);
        var adminRank = RoleCatalogue.Get(RoleCatalogue.Admin).Rank;
        return theirs.All(membership => mine.TryGetValue(membership.WorkspaceId, out var rank)
            && rank >= adminRank
            && rank >= RoleCatalogue.Get(membership.Role).Rank);
    }

    private async Task<Member> FindAsync(Guid workspaceId, Guid userId, CancellationToken cancellationToken)
        => await members.FindAsync(workspaceId, userId, cancellationToken) ?? throw new FaultException(NotFound);

    private static async Task KeepAnOwnerAsync(
        ISql sql, Guid workspaceId, Guid userId, string present, CancellationToken cancellationToken)
    {
        if (present == RoleCatalogue.Owner
            && !await MemberStore.HasOtherOwnerAsync(sql, workspaceId, userId, cancellationToken))
        {
            throw new FaultException(LastOwner);
        }
    }
}
