using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Audit;
using Middeck.Identity.RateLimits;
using Middeck.Identity.Users;

namespace Middeck.Identity.Sessions;

internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/auth").WithTags("Sign-in").AllowAnonymous();
        group.MapPost("/login", LoginAsync).WithName("Login").WithSummary("Sign in with e-mail and password")
            .RequireRateLimiting(SignInRateLimits.Policy).WithAuditedFailures();
        group.MapPost("/refresh", RefreshAsync).WithName("Refresh").WithSummary("Exchange a refresh token for new tokens")
            .WithAuditedFailures(successes: false);
        group.MapPost("/logout", LogoutAsync).WithName("Logout").WithSummary("End the session");
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> LoginAsync(
        LoginRequest request,
        HttpContext context,
        CredentialCheck credentials,
        SessionStarter sessions,
        SignInAnswers answers,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        switch (await credentials.CheckAsync(request.Email, request.Password, cancellationToken))
        {
            case LoginOutcome.Succeeded(var user):
                AuditLogin(audit, user);
                var tokens = await sessions.StartAsync(user, ClientAddress.Of(context), cancellationToken);
                return answers.SignedIn(context, tokens, user);
            case LoginOutcome.WrongCredentials(var user):
                AuditLogin(audit, user);
                return SignInAnswers.WrongCredentials();
            case LoginOutcome.Locked(var until):
                return answers.Locked(context, until);
            case LoginOutcome.Suspended(var user):
                AuditLogin(audit, user);
                return SignInAnswers.Suspended();
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> RefreshAsync(
        RefreshRequest? request,
        HttpContext context,
        RefreshService refresh,
        UserStore users,
        SignInAnswers answers,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var token = request?.RefreshToken;
        if (token is null && (token = RefreshCookie.Read(context)) is not null && !RefreshCookie.IsSameOrigin(context))
        {
            return Problems.From(new Fault(
                FaultKind.Forbidden, "auth.cross_site", "The refresh cookie works only from the platform's own pages."));
        }

        var outcome = token is null
            ? new RefreshOutcome.Invalid()
            : await refresh.RefreshAsync(token, ClientAddress.Of(context), cancellationToken);
        switch (outcome)
        {
            case RefreshOutcome.Refreshed(var userId, var tokens)
                when await users.FindAsync(userId, cancellationToken) is { } user:
                return answers.SignedIn(context, tokens, user);
            case RefreshOutcome.Reused(var userId):
                RefreshCookie.Clear(context);
                AuditLogin(audit, await users.FindAsync(userId, cancellationToken));
                return Problems.From(Fault.Unauthenticated(
                    "auth.refresh_reused", "The refresh token was used before, so the session was ended. Sign in again."));
            default:
                RefreshCookie.Clear(context);
                return Problems.From(Fault.Unauthenticated(
                    "auth.refresh_invalid", "The session has ended. Sign in again."));
        }
    }

    private static async Task<NoContent> LogoutAsync(
        RefreshRequest? request,
        HttpContext context,
        CallerContext caller,
        SessionStore sessions,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var token = request?.RefreshToken
            ?? (RefreshCookie.IsSameOrigin(context) ? RefreshCookie.Read(context) : null);
        if (token is not null && await sessions.EndByTokenAsync(token, cancellationToken) is { } userId)
        {
            audit.About("user", userId).By(userId, null, null);
        }

        if (caller.Caller is { SessionId: { } sessionId, UserId: { } self })
        {
            await sessions.EndAsync(self, sessionId, "logout", cancellationToken);
        }

        RefreshCookie.Clear(context);
        return TypedResults.NoContent();
    }

    // Nobody is named when nobody has the address: what people type there may be a password.
    private static void AuditLogin(AuditTrail audit, UserRow? user)
    {
        if (user is not null)
        {
            audit.About("user", user.Id, user.Email).By(user.Id, user.DefaultWorkspaceId, user.Email);
        }
    }
}
