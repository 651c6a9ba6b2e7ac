using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Mail;
using Middeck.Identity.Roles;
using Middeck.Identity.Tokens;
using Middeck.Identity.Workspaces;

namespace Middeck.Identity.Invitations;

/// <summary>The side of those who invite.</summary>
internal static class InvitationEndpoints
{
    private const int DefaultHours = 72;

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/workspaces/{workspaceId}/invitations").WithTags("Members")
            .RequirePermission(Permissions.Members.Invite);
        group.MapPost("", CreateAsync).WithName("CreateInvitation").WithSummary("Invite somebody by link");
        group.MapGet("", ListAsync).WithName("ListInvitations").WithSummary("List the open invitations");
        group.MapDelete("/{invitationId:guid}", DeleteAsync).WithName("DeleteInvitation")
            .WithSummary("Take an invitation back");
    }

    private static async Task<Created<NewInvitation>> CreateAsync(
        string workspaceId,
        CreateInvitation request,
        CallerContext caller,
        InvitationStore invitations,
        WorkspaceStore workspaces,
        MailQueue mails,
        AuditTrail audit,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        Rank.EnsureReaches(caller.Caller, request.Role);
        var token = SecretToken.New();
        var invitation = new NewInvitation(
            Ids.New(clock),
            request.Email?.Trim(),
            request.Role,
            clock.GetUtcNow().AddHours(request.ExpiresInHours ?? DefaultHours),
            token,
            $"/invite/{token}");
        await invitations.InsertAsync(caller.WorkspaceId, invitation, caller.UserId, cancellationToken);
        if (invitation.Email is { } email)
        {
            var workspace = await workspaces.NameAsync(caller.WorkspaceId, cancellationToken) ?? "";
            mails.Add(new InvitationMail(email, workspace, caller.Caller.Name, invitation.Url));
        }

        audit.About("invitation", invitation.Id, invitation.Email)
            .Change(null, new { invitation.Email, invitation.Role, invitation.ExpiresAt });
        return TypedResults.Created((string?)null, invitation);
    }

    private static async Task<Ok<Page<Invitation>>> ListAsync(
        string workspaceId,
        int? limit,
        string? cursor,
        CallerContext caller,
        InvitationStore invitations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await invitations.ListOpenAsync(
            caller.WorkspaceId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string workspaceId,
        Guid invitationId,
        CallerContext caller,
        InvitationStore invitations,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        audit.About("invitation", invitationId);
        return await invitations.DeleteAsync(caller.WorkspaceId, invitationId, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("invitations.not_found", "The workspace has no such open invitation.");
    }
}
