using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;

namespace Middeck.Identity.Sessions;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/auth/sessions").WithTags("Account")
            .RequirePermission(Permissions.Account.Self);
        group.MapGet("", ListAsync).WithName("ListSessions").WithSummary("List the places where I am signed in");
        group.MapDelete("/{id:guid}", EndAsync).WithName("EndSession").WithSummary("Sign out one of these places");
    }

    private static async Task<Ok<Page<Session>>> ListAsync(
        int? limit, string? cursor, CallerContext caller, SessionStore sessions, CancellationToken cancellationToken)
        => TypedResults.Ok(await sessions.ListAsync(
            caller.UserId, caller.Caller.SessionId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        Guid id, CallerContext caller, SessionStore sessions, AuditTrail audit, CancellationToken cancellationToken)
    {
        audit.About("session", id);
        return await sessions.EndAsync(caller.UserId, id, "revoked", cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("sessions.not_found", "You have no open session with this id.");
    }
}
