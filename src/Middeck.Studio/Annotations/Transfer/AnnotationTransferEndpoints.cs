using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Annotations.Transfer;

internal static class AnnotationTransferEndpoints
{
    public static void MapAnnotationTransferEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/annotations").WithTags("Annotations")
            .RequirePermission(Permissions.Apps.Update);
        group.MapPost("/import", ImportAsync).WithName("ImportAnnotations")
            .WithSummary("Take in a CSV file of at most 2 MB and 10,000 rows").Accepts<IFormFile>("multipart/form-data", "text/csv");
        group.MapPost("/import/check", CheckAsync).WithName("CheckAnnotationImport")
            .WithSummary("Tell what an import would write and leave out").Accepts<IFormFile>("multipart/form-data", "text/csv");
        group.MapGet("/imports/{importId:guid}", FindImportAsync).WithName("GetAnnotationImport")
            .WithSummary("Read how far an import is, and which rows were left out");
        group.MapGet("/export", ExportAsync).WithName("ExportAnnotations").WithSummary("Get all annotations as a CSV file")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<Accepted<AnnotationImport>> ImportAsync(
        Guid id,
        HttpRequest request,
        CallerContext context,
        AnnotationTransferService transfer,
        CancellationToken cancellationToken)
    {
        var import = await transfer.ImportAsync(context.Caller, id, request, cancellationToken);
        return TypedResults.Accepted($"/api/v1/apps/{id}/annotations/imports/{import.Id}", import);
    }

    private static async Task<Ok<CheckedImport>> CheckAsync(
        Guid id,
        HttpRequest request,
        CallerContext context,
        AnnotationTransferService transfer,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await transfer.CheckAsync(context.Caller, id, request, cancellationToken));

    private static async Task<Ok<AnnotationImport>> FindImportAsync(
        Guid id,
        Guid importId,
        CallerContext context,
        AnnotationTransferService transfer,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await transfer.FindImportAsync(context.Caller, id, importId, cancellationToken));

    private static async Task<PushStreamHttpResult> ExportAsync(
        Guid id, CallerContext context, AnnotationTransferService transfer, CancellationToken cancellationToken)
        => TypedResults.Stream(
            await transfer.ExportAsync(context.Caller, id, cancellationToken), "text/csv; charset=utf-8", "annotations.csv");
}
