using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Audit;
using Middeck.Identity.RateLimits;
using Middeck.Identity.Sessions;
using Middeck.Identity.Users;

namespace Middeck.Identity.Invitations;

/// <summary>The side of those who are invited. The link's token is all they have.</summary>
internal static class AcceptEndpoints
{
    public static void MapInvitationAcceptance(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/invitations/{token}").WithTags("Members").AllowAnonymous()
            .RequireRateLimiting(SignInRateLimits.Policy);
        group.MapGet("", ReadAsync).WithName("GetInvitation").WithSummary("See what an invitation is for");
        group.MapPost("/accept", AcceptAsync).WithName("AcceptInvitation")
            .WithSummary("Join a workspace: with the present session, an account's password, or a new account")
            .WithAuditedFailures();
    }

    private static async Task<Ok<InvitationView>> ReadAsync(
        string token, InvitationService invitations, UserStore users, CancellationToken cancellationToken)
    {
        var invitation = await invitations.FindAsync(token, cancellationToken);
        var exists = invitation.Email is { } email
            && await users.FindByEmailAsync(EmailKey.Of(email), cancellationToken) is not null;
        return TypedResults.Ok(new InvitationView(
            invitation.WorkspaceName, invitation.Role, invitation.Email, invitation.ExpiresAt, exists));
    }

    private static async Task<Results<Ok<SignedIn>, NoContent, ProblemHttpResult>> AcceptAsync(
        string token,
        AcceptInvitation? request,
        HttpContext context,
        CallerContext caller,
        InvitationService invitations,
        CredentialCheck credentials,
        UserStore users,
        SessionStarter sessions,
        SignInAnswers answers,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var invitation = await invitations.FindAsync(token, cancellationToken);
        audit.About("invitation", invitation.Id, invitation.WorkspaceName).Change(null, new { invitation.Role });
        if (caller.Caller is { UserId: { } self, Name: var selfEmail })
        {
            audit.By(self, invitation.WorkspaceId, selfEmail);
            await invitations.JoinAsync(invitation, self, selfEmail, cancellationToken);
            return TypedResults.NoContent();
        }

        if ((invitation.Email ?? request?.Email)?.Trim() is not { } email)
        {
            return Problems.Invalid("invitations.email_required", "Give the e-mail address of the account.", "email");
        }

        if (request?.Password is not { Length: > 0 } password)
        {
            return Problems.Invalid("invitations.password_required", "Give the account's password.", "password");
        }

        Guid userId;
        if (await users.FindByEmailAsync(EmailKey.Of(email), cancellationToken) is null)
        {
            var name = request.Name?.Trim() ?? email.Split('@')[0];
            userId = await invitations.RegisterAsync(invitation, email, name, password, cancellationToken);
        }
        else
        {
            switch (await credentials.CheckAsync(email, password, cancellationToken))
            {
                case LoginOutcome.Succeeded(var known):
                    userId = known.Id;
                    await invitations.JoinAsync(invitation, userId, email, cancellationToken);
                    break;
                case LoginOutcome.Locked(var until):
                    return answers.Locked(context, until);
                case LoginOutcome.Suspended:
                    return SignInAnswers.Suspended();
                case LoginOutcome.WrongCredentials:
                    return SignInAnswers.WrongCredentials();
                default:
                    throw new UnreachableException();
            }
        }

        var user = await users.FindAsync(userId, cancellationToken) ?? throw new UnreachableException();
        audit.By(user.Id, invitation.WorkspaceId, user.Email);
        var tokens = await sessions.StartAsync(user, ClientAddress.Of(context), cancellationToken);
        return answers.SignedIn(context, tokens, user);
    }
}
