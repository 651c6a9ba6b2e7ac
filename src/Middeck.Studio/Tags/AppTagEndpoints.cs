using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Tags;

internal static class AppTagEndpoints
{
    public static void MapAppTagEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/app-tags").WithTags("Apps").RequirePermission(Permissions.Apps.Read);
        group.MapGet("", ListAsync).WithName("ListAppTags").WithSummary("List the tags of apps");
        group.MapPost("", CreateAsync).WithName("CreateAppTag").WithSummary("Make a tag")
            .RequirePermission(Permissions.Apps.Update);
        group.MapPatch("/{tag:guid}", RenameAsync).WithName("RenameAppTag").WithSummary("Rename a tag")
            .RequirePermission(Permissions.Apps.Update);
        group.MapDelete("/{tag:guid}", DeleteAsync).WithName("DeleteAppTag")
            .WithSummary("Delete a tag; the apps stay").RequirePermission(Permissions.Apps.Update);
        group.MapPost("/bind", BindAsync).WithName("BindAppTags").WithSummary("Give tags to apps")
            .RequirePermission(Permissions.Apps.Update);
        group.MapPost("/unbind", UnbindAsync).WithName("UnbindAppTags").WithSummary("Take tags from apps")
            .RequirePermission(Permissions.Apps.Update);
    }

    private static async Task<Ok<IReadOnlyList<AppTag>>> ListAsync(
        AppTagService tags, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await tags.ListAsync(context.Caller, cancellationToken));

    private static async Task<Created<AppTag>> CreateAsync(
        WriteAppTag body, AppTagService tags, CallerContext context, CancellationToken cancellationToken)
    {
        var tag = await tags.CreateAsync(context.Caller, body, cancellationToken);
        return TypedResults.Created($"/api/v1/app-tags/{tag.Id}", tag);
    }

    private static async Task<Ok<AppTag>> RenameAsync(
        Guid tag, WriteAppTag body, AppTagService tags, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await tags.RenameAsync(context.Caller, tag, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid tag, AppTagService tags, CallerContext context, CancellationToken cancellationToken)
    {
        await tags.DeleteAsync(context.Caller, tag, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> BindAsync(
        BindAppTags body, AppTagService tags, CallerContext context, CancellationToken cancellationToken)
    {
        await tags.ChangeAsync(context.Caller, body, bound: true, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> UnbindAsync(
        BindAppTags body, AppTagService tags, CallerContext context, CancellationToken cancellationToken)
    {
        await tags.ChangeAsync(context.Caller, body, bound: false, cancellationToken);
        return TypedResults.NoContent();
    }
}
