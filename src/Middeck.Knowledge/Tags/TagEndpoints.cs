using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Tags;

internal static class TagEndpoints
{
    public static void MapTagEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-tags").WithTags("Knowledge");
        group.MapGet("", ListAsync).WithName("ListKnowledgeTags").WithSummary("List the tags of knowledge bases")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPost("", CreateAsync).WithName("CreateKnowledgeTag").WithSummary("Make a tag")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPatch("/{tag:guid}", RenameAsync).WithName("RenameKnowledgeTag").WithSummary("Rename a tag")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/{tag:guid}", DeleteAsync).WithName("DeleteKnowledgeTag")
            .WithSummary("Delete a tag; the knowledge bases stay").RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/bind", BindAsync).WithName("BindKnowledgeTags").WithSummary("Give tags to knowledge bases")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/unbind", UnbindAsync).WithName("UnbindKnowledgeTags").WithSummary("Take tags from knowledge bases")
            .RequirePermission(Permissions.Knowledge.Update);
        routes.MapGet("/api/v1/knowledge-bases/{id:guid}/tags", OfAsync).WithTags("Knowledge")
            .WithName("ListTagsOfKnowledgeBase").WithSummary("The tags of a knowledge base")
            .RequirePermission(Permissions.Knowledge.Read);
    }

    private static async Task<Ok<IReadOnlyList<KnowledgeTag>>> ListAsync(
        TagService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(context.Caller, cancellationToken));

    private static async Task<Created<KnowledgeTag>> CreateAsync(
        WriteTag request, TagService service, CallerContext context, CancellationToken cancellationToken)
    {
        var tag = await service.CreateAsync(context.Caller, request, cancellationToken);
        return TypedResults.Created($"/api/v1/knowledge-tags/{tag.Id}", tag);
    }

    private static async Task<Ok<KnowledgeTag>> RenameAsync(
        Guid tag, WriteTag request, TagService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.RenameAsync(context.Caller, tag, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid tag, TagService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, tag, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> BindAsync(
        BindTags request, TagService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.AttachAsync(context.Caller, request, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> UnbindAsync(
        BindTags request, TagService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DetachAsync(context.Caller, request, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<TagName>>> OfAsync(
        Guid id, TagService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.OfAsync(context.Caller, id, cancellationToken));
}
