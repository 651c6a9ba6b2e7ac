using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Authentication;

namespace Middeck.Identity.Authorization;

/// <summary>Decides by the endpoint's <see cref="PermissionMetadata"/> and the present caller.</summary>
internal sealed class PermissionAuthorizationHandler(CallerContext callerContext)
    : AuthorizationHandler<PermissionRequirement>
{
    private static readonly Fault WorkspaceNotFound = Fault.NotFound(
        "workspaces.not_found", "The workspace does not exist or you are not a member of it.");

    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var caller = callerContext.Caller;
        if (caller.Kind == CallerKind.Anonymous
            || context.Resource is not HttpContext http
            || http.GetEndpoint()?.Metadata.GetMetadata<PermissionMetadata>() is not { } metadata)
        {
            return Task.CompletedTask;
        }

        if (http.Features.Get<MissingWorkspace>() is not null)
        {
            context.Fail(new FaultReason(this, WorkspaceNotFound));
            return Task.CompletedTask;
        }

        if (Holds(caller, Permissions.All[metadata.Name]))
        {
            context.Succeed(requirement);
        }
        else
        {
            context.Fail(new FaultReason(this, Refusal(caller, metadata.Name)));
        }

        return Task.CompletedTask;
    }

    private static bool Holds(Caller caller, Permission permission) => permission.Scope switch
    {
        PermissionScope.Account => caller.Kind == CallerKind.User,
        PermissionScope.Workspace => caller.WorkspaceId != Guid.Empty && caller.Has(permission.Name),
        PermissionScope.Installation => caller.IsInstallationAdmin,
        PermissionScope.Service => permission.Name switch
        {
            Permissions.Service.App => caller.Kind == CallerKind.AppKey,
            Permissions.Service.Knowledge => caller.Kind == CallerKind.DatasetKey,
            _ => false,
        },
        _ => false,
    };

    // Someone without any workspace is not short of a permission but of a workspace.
    private static Fault Refusal(Caller caller, string permission)
        => caller.WorkspaceId == Guid.Empty && Permissions.All[permission].Scope == PermissionScope.Workspace
            ? WorkspaceNotFound
            : Fault.Forbidden(permission);
}
