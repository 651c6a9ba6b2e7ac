using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Uploads;

namespace Middeck.Knowledge.Documents;

internal static class DocumentEndpoints
{
    public static void MapDocumentEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/upload-limits", Limits).WithTags("Knowledge").WithName("GetUploadLimits")
            .WithSummary("What can be uploaded").RequirePermission(Permissions.Knowledge.Read);

        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/documents").WithTags("Documents");

        group.MapPost("", UploadAsync).WithName("UploadDocument").WithSummary("Upload a file as the multipart part 'file'")
            .Accepts<IFormFile>("multipart/form-data").RequirePermission(Permissions.Knowledge.Update);
        group.MapGet("", ListAsync).WithName("ListDocuments").WithSummary("List documents, newest first")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/{doc:guid}", GetAsync).WithName("GetDocument").WithSummary("Read a document and how far it is")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPatch("/{doc:guid}", UpdateAsync).WithName("UpdateDocument")
            .WithSummary("Rename a document or switch it on and off").RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/{doc:guid}", DeleteAsync).WithName("DeleteDocument").WithSummary("Delete a document with its chunks")
            .RequirePermission(Permissions.Knowledge.Delete);
        group.MapGet("/{doc:guid}/download-url", DownloadUrlAsync).WithName("GetDocumentDownloadUrl")
            .WithSummary("An address that opens the original for ten minutes").RequirePermission(Permissions.Knowledge.Read);
    }

    private static Ok<UploadLimits> Limits(DocumentReaders readers, IOptions<KnowledgeOptions> options)
        => TypedResults.Ok(new UploadLimits(
            options.Value.MaxUploadBytes, readers.Extensions, UploadParts.WorthwhileBytes, UploadParts.MaxBytes));

    private static async Task<Accepted<Document>> UploadAsync(
        Guid id, HttpRequest request, DocumentUploads uploads, CallerContext context, CancellationToken cancellationToken)
    {
        var document = await uploads.ReceiveAsync(context.Caller, id, request, cancellationToken);
        return TypedResults.Accepted($"/api/v1/knowledge-bases/{id}/documents/{document.Id}", document);
    }

    private static async Task<Ok<Page<Document>>> ListAsync(
        Guid id,
        string? q,
        string[]? status,
        bool? enabled,
        bool? archived,
        int? limit,
        string? cursor,
        DocumentService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(
            context.Caller,
            id,
            DocumentFilter.Parse(q, status, enabled, archived),
            PageRequest.Parse(limit, cursor),
            cancellationToken));

    private static async Task<Ok<Document>> GetAsync(
        Guid id, Guid doc, DocumentService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(Document.From(
            await service.OpenAsync(context.Caller, id, doc, AccessLevel.Use, cancellationToken)));

    private static async Task<Ok<Document>> UpdateAsync(
        Guid id,
        Guid doc,
        UpdateDocument request,
        DocumentService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UpdateAsync(context.Caller, id, doc, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid doc, DocumentService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, doc, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<DownloadUrl>> DownloadUrlAsync(
        Guid id, Guid doc, DocumentService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(new DownloadUrl(
            await service.DownloadUrlAsync(context.Caller, id, doc, cancellationToken)));
}
