using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

internal static class RetrievalEndpoints
{
    public static void MapRetrievalEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases").WithTags("Knowledge")
            .RequirePermission(Permissions.Knowledge.Retrieve);

        group.MapPost("/{id:guid}/retrieve", RetrieveAsync)
            .WithName("Retrieve").WithSummary("Find the passages that fit a question");
        group.MapPost("/retrieve", RetrieveFromManyAsync)
            .WithName("RetrieveFromMany").WithSummary("Find the passages that fit a question in several knowledge bases");
    }

    private static async Task<Ok<RetrievalResult>> RetrieveAsync(
        Guid id,
        RetrieveRequest request,
        KnowledgeBaseAccess access,
        IKnowledgeSearch search,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(context.Caller, id, AccessLevel.Use, cancellationToken);
        return TypedResults.Ok(await FindAsync(request, [row.Id], search, context.Caller, cancellationToken));
    }

    private static async Task<Ok<RetrievalResult>> RetrieveFromManyAsync(
        RetrieveFromMany request,
        IResourceAccess access,
        IKnowledgeSearch search,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        Guid[] ids = [.. request.KnowledgeBaseIds.Distinct()];
        var known = await search.NamesAsync(context.WorkspaceId, ids, cancellationToken);
        var visible = await access.VisibleAsync(
            context.Caller, ResourceKind.KnowledgeBase, [.. known.Keys], cancellationToken);
        return visible.Count == ids.Length
            ? TypedResults.Ok(await FindAsync(request, ids, search, context.Caller, cancellationToken))
            : throw KnowledgeFaults.NoBase();
    }

    private static async Task<RetrievalResult> FindAsync(
        RetrieveRequest request,
        Guid[] bases,
        IKnowledgeSearch search,
        Caller caller,
        CancellationToken cancellationToken)
    {
        var result = await search.FindAsync(
            request.ToSearch(KnowledgeCalls.By(caller), bases), cancellationToken);
        return new RetrievalResult(
            [
                .. result.Hits.Select(static hit => RetrievalRecord.From(hit, belowThreshold: false)),
                .. result.BelowThreshold.Select(static hit => RetrievalRecord.From(hit, belowThreshold: true)),
            ],
            result.Explanation.Notes,
            request.Explain ? result.Explanation : null);
    }
}
