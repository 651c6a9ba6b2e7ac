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
        => routes.MapPost("/api/v1/knowledge-bases/{id:guid}/retrieve", RetrieveAsync).WithTags("Knowledge")
            .WithName("Retrieve").WithSummary("Find the passages that fit a question")
            .RequirePermission(Permissions.Knowledge.Retrieve);

    private static async Task<Ok<RetrievalResult>> RetrieveAsync(
        Guid id,
        RetrieveRequest request,
        KnowledgeBaseAccess access,
        IKnowledgeSearch search,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(context.Caller, id, AccessLevel.Use, cancellationToken);
        var hits = await search.SearchAsync(
            new SearchRequest(
                KnowledgeCalls.By(context.Caller),
                [row.Id],
                request.Query,
                request.TopK,
                request.SearchMethod,
                request.ScoreThreshold,
                request.Rerank),
            cancellationToken);
        return TypedResults.Ok(new RetrievalResult([.. hits.Select(RetrievalRecord.From)]));
    }
}
