using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Identity.Roles;

internal static class RoleEndpoints
{
    public static void MapRoles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/roles", Roles).WithName("ListRoles").WithSummary("List the roles and what each may do")
            .WithTags("Members").RequirePermission(Permissions.Account.Self);
        routes.MapGet("/api/v1/permissions", Catalogue).WithName("ListPermissions").WithSummary("List all permissions")
            .WithTags("Members").RequirePermission(Permissions.Account.Self);
    }

    private static Ok<Page<RoleView>> Roles() => TypedResults.Ok(new Page<RoleView>(
        [.. RoleCatalogue.All.Select(role => new RoleView(
            role.Name, [.. role.Permissions.Order(StringComparer.Ordinal)]))],
        HasMore: false,
        NextCursor: null));

    private static Ok<Page<Permission>> Catalogue() => TypedResults.Ok(new Page<Permission>(
        [.. Permissions.All.Values.OrderBy(permission => permission.Name, StringComparer.Ordinal)],
        HasMore: false,
        NextCursor: null));
}
