using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Changes;
using Middeck.Identity.Workspaces;

namespace Middeck.Identity.Users;

internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/auth/me").WithTags("Account").RequirePermission(Permissions.Account.Self);
        group.MapGet("", ReadAsync).WithName("GetMe").WithSummary("Who I am and what I may do in this workspace");
        group.MapPatch("", UpdateAsync).WithName("UpdateMe").WithSummary("Change my name, language or first workspace");
    }

    private static async Task<Ok<Me>> ReadAsync(
        CallerContext context, UserStore users, WorkspaceStore workspaces, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        var user = await FindAsync(users, context.UserId, cancellationToken);
        var workspace = caller.Role is { } role
            ? new MyWorkspace(
                caller.WorkspaceId, await workspaces.NameAsync(caller.WorkspaceId, cancellationToken) ?? "", role)
            : null;
        return TypedResults.Ok(new Me(
            user.Id,
            user.Email,
            user.Name,
            user.Language,
            user.DefaultWorkspaceId,
            user.MustChangePassword,
            user.CreatedAt,
            user.LastLoginAt,
            workspace,
            [.. caller.Permissions.Order(StringComparer.Ordinal)],
            caller.IsInstallationAdmin));
    }

    private static async Task<Results<Ok<User>, ProblemHttpResult>> UpdateAsync(
        UpdateMe request,
        CallerContext context,
        UserStore users,
        WorkspaceStore workspaces,
        IdentityChanges changes,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var before = await FindAsync(users, context.UserId, cancellationToken);
        if (request.DefaultWorkspaceId is { } chosen
            && !await workspaces.IsMemberAsync(chosen, before.Id, cancellationToken))
        {
            return Problems.NotFound(
                "workspaces.not_found", "The workspace does not exist or you are not a member of it.");
        }

        await users.UpdateProfileAsync(
            before.Id, request.Name?.Trim(), request.Language, request.DefaultWorkspaceId, cancellationToken);
        await changes.PersonAsync(before.Id, cancellationToken);
        var after = await FindAsync(users, before.Id, cancellationToken);
        audit.About("user", after.Id, after.Email).Change(Fields(before), Fields(after));
        return TypedResults.Ok(after.ToUser());
    }

    private static async Task<UserRow> FindAsync(UserStore users, Guid id, CancellationToken cancellationToken)
        => await users.FindAsync(id, cancellationToken)
            ?? throw new FaultException(Fault.Unauthenticated("auth.unauthenticated", "The account is no longer there."));

    private static object Fields(UserRow user) => new { user.Name, user.Language, user.DefaultWorkspaceId };
}
