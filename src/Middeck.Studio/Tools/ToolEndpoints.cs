using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Studio.Tools.Builtin.Email;
using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools;

internal static class ToolEndpoints
{
    public static void MapToolEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/tools", ListAsync).WithTags("Tools").WithName("ListTools")
            .WithSummary("List the tools that apps can be given").RequirePermission(Permissions.Apps.Read);
        routes.MapMailSettingEndpoints();
        routes.MapToolProviderEndpoints();
    }

    private static async Task<Ok<ToolList>> ListAsync(
        CallerContext context, ToolCatalogue tools, CancellationToken cancellationToken)
    {
        var offered = await tools.ListAsync(context.WorkspaceId, cancellationToken);
        return TypedResults.Ok(new ToolList([.. offered.Select(ToolSummary.Of)]));
    }
}
