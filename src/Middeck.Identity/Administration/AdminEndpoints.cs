using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Passwords;
using Middeck.Identity.Users;
using Middeck.Identity.Validation;

namespace Middeck.Identity.Administration;

internal static class AdminEndpoints
{
    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/api/v1/admin/users").WithTags("Administration")
            .RequirePermission(Permissions.Installation.Users);
        users.MapGet("", ListUsersAsync).WithName("ListUsers").WithSummary("List the people of the installation");
        users.MapPost("/{id:guid}/suspend", SuspendAsync).WithName("SuspendUser").WithSummary("Shut somebody out");
        users.MapPost("/{id:guid}/resume", ResumeAsync).WithName("ResumeUser").WithSummary("Let somebody in again");
        users.MapPost("/{id:guid}/reset-link", MakeResetLinkAsync).WithName("CreateUserResetLink")
            .WithSummary("Make a link with which somebody sets a new password");
        routes.MapGet("/api/v1/admin/workspaces", ListWorkspacesAsync).WithName("ListAllWorkspaces")
            .WithSummary("List all workspaces").WithTags("Administration")
            .RequirePermission(Permissions.Installation.Workspaces);
    }

    private static async Task<Ok<Page<AdminUser>>> ListUsersAsync(
        string? q, int? limit, string? cursor, AdminStore store, CancellationToken cancellationToken)
        => TypedResults.Ok(await store.ListUsersAsync(
            PlainText.Query(q), PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<Page<AdminWorkspace>>> ListWorkspacesAsync(
        int? limit, string? cursor, AdminStore store, CancellationToken cancellationToken)
        => TypedResults.Ok(await store.ListWorkspacesAsync(PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> SuspendAsync(
        Guid id,
        CallerContext caller,
        UserStore users,
        AdminStore store,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => id == caller.UserId
            ? Problems.Conflict("users.self", "You cannot suspend yourself.")
            : await SetSuspendedAsync(id, suspended: true, users, store, audit, cancellationToken);

    private static Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(
        Guid id, UserStore users, AdminStore store, AuditTrail audit, CancellationToken cancellationToken)
        => SetSuspendedAsync(id, suspended: false, users, store, audit, cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> SetSuspendedAsync(
        Guid id,
        bool suspended,
        UserStore users,
        AdminStore store,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        audit.About("user", id, user.Email)
            .Change(new { Suspended = user.SuspendedAt is not null }, new { Suspended = suspended });
        await store.SetSuspendedAsync(id, suspended, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Created<OneTimeLink>, ProblemHttpResult>> MakeResetLinkAsync(
        Guid id,
        CallerContext caller,
        UserStore users,
        OneTimeTokens tokens,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        if (await users.FindAsync(id, cancellationToken) is not { } user)
        {
            return NotFound();
        }

        var link = await tokens.IssueAsync(
            OneTimeTokens.PasswordReset, id, OneTimeTokens.LinkLifetime, caller.UserId, cancellationToken);
        audit.About("user", id, user.Email).Change(null, new { link.ExpiresAt });
        return TypedResults.Created((string?)null, link);
    }

    private static ProblemHttpResult NotFound() => Problems.NotFound("users.not_found", "There is no such person.");
}
