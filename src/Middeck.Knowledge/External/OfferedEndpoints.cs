using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.External;

/// <summary>Our bases as external knowledge of other programs.</summary>
internal static class OfferedEndpoints
{
    /// <summary>What programs enter as the API's endpoint; they add <c>/retrieval</c>.</summary>
    public const string Path = "/api/v1/external-knowledge";

    public static void MapOfferedEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapPost($"{Path}/retrieval", RetrieveAsync).WithTags("Knowledge").WithName("RetrieveAsExternalKnowledge")
            .WithSummary("Answer as an external knowledge API in Dify's format, with a dataset- key")
            .RequirePermission(Permissions.Service.Knowledge);

    private static async Task<Ok<OfferedRecords>> RetrieveAsync(
        OfferedRetrieval request, IKnowledgeSearch search, CallerContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            throw new FaultException(Fault.Invalid("knowledge.query_empty", "Ask something: query is empty.", "query"));
        }

        Guid[] ids = Guid.TryParse(request.KnowledgeId, out var id) ? [id] : [];
        if ((await search.NamesAsync(context.WorkspaceId, ids, cancellationToken)).Count == 0)
        {
            throw KnowledgeFaults.NoBase();
        }

        var hits = await search.SearchAsync(
            new SearchRequest(
                KnowledgeCalls.By(context.Caller),
                ids,
                request.Query,
                request.RetrievalSetting?.TopK,
                ScoreThreshold: request.RetrievalSetting?.ScoreThreshold)
            {
                Filters = request.MetadataCondition?.ToFilter(),
            },
            cancellationToken);
        return TypedResults.Ok(new OfferedRecords([.. hits.Select(OfferedRecord.From)]));
    }
}
