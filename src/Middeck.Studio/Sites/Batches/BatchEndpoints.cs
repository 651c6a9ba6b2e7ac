using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites.Batches;

internal static class BatchEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapBatchEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/batches");
        group.MapGet("/template", TemplateAsync).WithName("GetSiteBatchTemplate").WithSummary("Get a table to fill in")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
        group.MapGet("", ListAsync).WithName("ListSiteBatches").WithSummary("List the visitor's own batches");
        group.MapPost("", StartAsync).WithName("StartSiteBatch").WithSummary("Answer the lines of a CSV file of at most 2 MB")
            .Accepts<IFormFile>("multipart/form-data");
        group.MapGet("/{id:guid}", ReadAsync).WithName("GetSiteBatch").WithSummary("Read how far a batch is, with its lines");
        group.MapPost("/{id:guid}/cancel", CancelAsync).WithName("CancelSiteBatch").WithSummary("End a batch; what is answered stays");
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteSiteBatch").WithSummary("Delete a batch with its answers");
        group.MapGet("/{id:guid}/result", ResultAsync).WithName("GetSiteBatchResult").WithSummary("Get the table with the answers")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<FileContentHttpResult> TemplateAsync(
        string token, HttpRequest request, SiteDoor door, CancellationToken cancellationToken)
        => TypedResults.File(
            Encoding.UTF8.GetBytes(BatchService.Template(await door.EnterAsync(token, request, cancellationToken))),
            Csv, "template.csv");

    private static async Task<Ok<Page<SiteBatch>>> ListAsync(
        string token, int? limit, string? cursor, HttpRequest request, SiteDoor door, BatchService batches, CancellationToken cancellationToken)
        => TypedResults.Ok(await batches.ListAsync(
            await door.EnterAsync(token, request, cancellationToken), PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Accepted<SiteBatch>> StartAsync(
        string token, HttpRequest request, SiteDoor door, BatchService batches, CancellationToken cancellationToken)
    {
        var visitor = await door.EnterAsync(token, request, cancellationToken);
        return TypedResults.Accepted((string?)null, await batches.StartAsync(visitor, request, cancellationToken));
    }

    private static async Task<Ok<SiteBatchDetail>> ReadAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, BatchService batches, CancellationToken cancellationToken)
        => TypedResults.Ok(await batches.ReadAsync(
            await door.EnterAsync(token, request, cancellationToken), id, cancellationToken));

    private static async Task<NoContent> CancelAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, BatchService batches, CancellationToken cancellationToken)
    {
        await batches.CancelAsync(await door.EnterAsync(token, request, cancellationToken), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> DeleteAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, BatchService batches, CancellationToken cancellationToken)
    {
        await batches.DeleteAsync(await door.EnterAsync(token, request, cancellationToken), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<FileContentHttpResult> ResultAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, BatchService batches, CancellationToken cancellationToken)
        => TypedResults.File(
            await batches.ResultAsync(await door.EnterAsync(token, request, cancellationToken), id, cancellationToken),
            Csv, "result.csv");
}
