using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.ServiceApi.Datasets;

internal static class DatasetEndpoints
{
    public static void MapDatasetEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/datasets", CreateAsync).WithName("DifyCreateDataset").WithSummary("Create a knowledge base");
        routes.MapGet("/datasets", ListAsync).WithName("DifyListDatasets").WithSummary("List knowledge bases");
        routes.MapGet("/datasets/{dataset:guid}", GetAsync).WithName("DifyGetDataset").WithSummary("Read a knowledge base");
        routes.MapPatch("/datasets/{dataset:guid}", UpdateAsync).WithName("DifyUpdateDataset")
            .WithSummary("Change a knowledge base");
        routes.MapDelete("/datasets/{dataset:guid}", DeleteAsync).WithName("DifyDeleteDataset")
            .WithSummary("Delete a knowledge base");
    }

    private static async Task<Ok<Dataset>> CreateAsync(
        CreateDataset? body, DatasetWriter writer, DatasetReader reader, CancellationToken cancellationToken)
        => TypedResults.Ok(await reader.GetAsync(
            await writer.CreateAsync(body ?? new CreateDataset(), cancellationToken), cancellationToken));

    private static async Task<Ok<DatasetList<Dataset>>> ListAsync(
        [AsParameters] DatasetPage page,
        string? keyword,
        [FromQuery(Name = "tag_ids")] string[]? tags,
        [FromQuery(Name = "include_all")] string? includeAll,
        DatasetReader reader,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await reader.ListAsync(
            page,
            keyword,
            [.. (tags ?? []).Where(static tag => tag.Length > 0).Select(static tag => DifyIds.Required("tag_ids", tag))],
            string.Equals(includeAll, "true", StringComparison.OrdinalIgnoreCase),
            cancellationToken));

    private static async Task<Ok<Dataset>> GetAsync(Guid dataset, DatasetReader reader, CancellationToken cancellationToken)
        => TypedResults.Ok(await reader.GetAsync(dataset, cancellationToken));

    private static async Task<Ok<Dataset>> UpdateAsync(
        Guid dataset, UpdateDataset? body, DatasetWriter writer, DatasetReader reader, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(dataset, body ?? new UpdateDataset(), cancellationToken);
        return TypedResults.Ok(await reader.GetAsync(dataset, cancellationToken));
    }

    private static async Task<NoContent> DeleteAsync(
        Guid dataset, DatasetCaller caller, KnowledgeBaseService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(caller.Caller, dataset, cancellationToken);
        return TypedResults.NoContent();
    }
}
