using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Documents;

/// <summary>Files and texts that replace others, and the versions that they leave behind.</summary>
internal static class VersionEndpoints
{
    public static void MapVersionEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/documents").WithTags("Documents");

        group.MapPost("/text", AddTextAsync).WithName("AddTextDocument").WithSummary("Make a document of a text")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPut("/{doc:guid}/text", ChangeTextAsync).WithName("ChangeDocumentText")
            .WithSummary("Rewrite a document that is a text, as its next version").RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/{doc:guid}/file", ReplaceAsync).WithName("ReplaceDocumentFile")
            .WithSummary("Upload the next version of a document as the multipart part 'file'")
            .Accepts<IFormFile>("multipart/form-data").RequirePermission(Permissions.Knowledge.Update);
        group.MapGet("/{doc:guid}/versions", ListAsync).WithName("ListDocumentVersions")
            .WithSummary("List the versions of a document, newest first").RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/{doc:guid}/versions/{version:int}/download-url", DownloadUrlAsync)
            .WithName("GetDocumentVersionDownloadUrl").WithSummary("An address that opens a version for ten minutes")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPost("/{doc:guid}/versions/{version:int}/restore", RestoreAsync).WithName("RestoreDocumentVersion")
            .WithSummary("Go back to a former version, as the next one").RequirePermission(Permissions.Knowledge.Update);
    }

    private static async Task<Accepted<Document>> AddTextAsync(
        Guid id, PastedText request, TextIntake texts, CallerContext context, CancellationToken cancellationToken)
        => Accepted(await texts.AddAsync(context.Caller, id, request, cancellationToken));

    private static async Task<Accepted<Document>> ChangeTextAsync(
        Guid id, Guid doc, ChangedText request, TextIntake texts, CallerContext context, CancellationToken cancellationToken)
        => Accepted(await texts.ChangeAsync(context.Caller, id, doc, request, cancellationToken));

    private static async Task<Accepted<Document>> ReplaceAsync(
        Guid id,
        Guid doc,
        HttpRequest request,
        DocumentUploads uploads,
        CallerContext context,
        CancellationToken cancellationToken)
        => Accepted(await uploads.ReplaceAsync(context.Caller, id, doc, request, cancellationToken));

    private static async Task<Ok<DocumentVersions>> ListAsync(
        Guid id, Guid doc, DocumentHistory history, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await history.ListAsync(context.Caller, id, doc, cancellationToken));

    private static async Task<Ok<DownloadUrl>> DownloadUrlAsync(
        Guid id, Guid doc, int version, DocumentHistory history, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(new DownloadUrl(
            await history.DownloadUrlAsync(context.Caller, id, doc, version, cancellationToken)));

    private static async Task<Accepted<Document>> RestoreAsync(
        Guid id, Guid doc, int version, DocumentHistory history, CallerContext context, CancellationToken cancellationToken)
        => Accepted(await history.RestoreAsync(context.Caller, id, doc, version, cancellationToken));

    private static Accepted<Document> Accepted(Document document)
        => TypedResults.Accepted(
            $"/api/v1/knowledge-bases/{document.KnowledgeBaseId}/documents/{document.Id}", document);
}
