using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Bases;

internal static class KnowledgeBaseEndpoints
{
    public static RouteGroupBuilder MapKnowledgeBaseEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases").WithTags("Knowledge");

        group.MapPost("", CreateAsync).WithName("CreateKnowledgeBase").WithSummary("Create a knowledge base")
            .RequirePermission(Permissions.Knowledge.Create);
        group.MapGet("", ListAsync).WithName("ListKnowledgeBases").WithSummary("List knowledge bases, newest first")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/{id:guid}", GetAsync).WithName("GetKnowledgeBase").WithSummary("Read a knowledge base")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPatch("/{id:guid}", UpdateAsync).WithName("UpdateKnowledgeBase").WithSummary("Change a knowledge base")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteKnowledgeBase")
            .WithSummary("Delete a knowledge base with all its documents")
            .RequirePermission(Permissions.Knowledge.Delete);
        group.MapPost("/{id:guid}/reembedding/cancel", CancelReembeddingAsync).WithName("CancelReembedding")
            .WithSummary("Give up a change of the embedding model; the present one stays")
            .RequirePermission(Permissions.Knowledge.Update);

        return group;
    }

    private static async Task<Created<KnowledgeBase>> CreateAsync(
        CreateKnowledgeBase request,
        KnowledgeBaseService service,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        var created = await service.CreateAsync(context.Caller, request, cancellationToken);
        return TypedResults.Created($"/api/v1/knowledge-bases/{created.Id}", created);
    }

    private static async Task<Ok<Page<KnowledgeBase>>> ListAsync(
        string? q,
        Guid? tag,
        int? limit,
        string? cursor,
        KnowledgeBaseService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(
            context.Caller, q, tag, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<KnowledgeBase>> GetAsync(
        Guid id, KnowledgeBaseService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<KnowledgeBase>> UpdateAsync(
        Guid id,
        UpdateKnowledgeBase request,
        KnowledgeBaseService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UpdateAsync(context.Caller, id, request, cancellationToken));

    private static async Task<Ok<KnowledgeBase>> CancelReembeddingAsync(
        Guid id, KnowledgeBaseService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.CancelReembeddingAsync(context.Caller, id, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, KnowledgeBaseService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, cancellationToken);
        return TypedResults.NoContent();
    }
}
