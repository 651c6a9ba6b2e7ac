using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

internal static class DatasetRetrievalEndpoints
{
    public static void MapDatasetRetrievalEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/datasets/{dataset:guid}/retrieve", RetrieveAsync).WithName("DifyRetrieve")
            .WithSummary("Find the passages that fit a question").Produces<RetrievedRecords>();

        // What the same was called before; clients still use it.
        routes.MapPost("/datasets/{dataset:guid}/hit-testing", RetrieveAsync).WithName("DifyRetrieveFormerly")
            .ExcludeFromDescription();
    }

    private static async Task<Ok<object>> RetrieveAsync(
        Guid dataset, RetrieveInput? body, DatasetRetrieval retrieval, CancellationToken cancellationToken)
        => TypedResults.Ok(await retrieval.FindAsync(dataset, body ?? new RetrieveInput(), cancellationToken));
}
