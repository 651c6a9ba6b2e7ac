using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Passwords;

namespace Middeck.Identity.Members;

internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/workspaces/{workspaceId}/members").WithTags("Members");
        group.MapGet("", ListAsync).WithName("ListMembers").WithSummary("List who belongs to the workspace")
            .RequirePermission(Permissions.Members.Read);
        group.MapPatch("/{userId:guid}", UpdateAsync).WithName("UpdateMember").WithSummary("Give a member another role")
            .RequirePermission(Permissions.Members.Update);
        // Everybody who is in may leave; the service asks for the permission to remove others.
        group.MapDelete("/{userId:guid}", RemoveAsync).WithName("RemoveMember").WithSummary("Remove a member, or leave")
            .RequirePermission(Permissions.Workspaces.Read);
        group.MapPost("/{userId:guid}/reset-link", MakeResetLinkAsync).WithName("CreateMemberResetLink")
            .WithSummary("Make a link with which a member sets a new password")
            .RequirePermission(Permissions.Members.Update);
    }

    private static async Task<Ok<Page<Member>>> ListAsync(
        string workspaceId,
        int? limit,
        string? cursor,
        CallerContext caller,
        MemberStore members,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await members.ListAsync(
            caller.WorkspaceId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<Member>> UpdateAsync(
        string workspaceId,
        Guid userId,
        UpdateMember request,
        CallerContext caller,
        MemberService members,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        audit.About("member", userId);
        var (before, after) = await members.ChangeRoleAsync(caller.Caller, userId, request.Role, cancellationToken);
        audit.About("member", userId, after.Email).Change(new { before.Role }, new { after.Role });
        return TypedResults.Ok(after);
    }

    private static async Task<NoContent> RemoveAsync(
        string workspaceId,
        Guid userId,
        CallerContext caller,
        MemberService members,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        audit.About("member", userId);
        var member = await members.RemoveAsync(caller.Caller, userId, cancellationToken);
        audit.About("member", userId, member.Email).Change(new { member.Role }, null);
        return TypedResults.NoContent();
    }

    private static async Task<Created<OneTimeLink>> MakeResetLinkAsync(
        string workspaceId,
        Guid userId,
        CallerContext caller,
        MemberService members,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        audit.About("user", userId);
        var (member, link) = await members.MakeResetLinkAsync(caller.Caller, caller.UserId, userId, cancellationToken);
        audit.About("user", userId, member.Email).Change(null, new { link.ExpiresAt });
        return TypedResults.Created((string?)null, link);
    }
}
