using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Documents;

internal static class ControlEndpoints
{
    public static void MapControlEndpoints(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}").WithTags("Documents")
            .RequirePermission(Permissions.Knowledge.Update);
        document.MapPost("/cancel", CancelAsync).WithName("CancelDocument").WithSummary("Stop reading a document in");
        document.MapPost("/pause", PauseAsync).WithName("PauseDocument")
            .WithSummary("Hold a document back; what is done of it stays done");
        document.MapPost("/resume", ResumeAsync).WithName("ResumeDocument").WithSummary("Go on with a document that is held back");
        document.MapPost("/retry", RetryAsync).WithName("RetryDocument")
            .WithSummary("Read a failed or cancelled document in again");
        document.MapPost("/rechunk", RechunkAsync).WithName("RechunkDocument")
            .WithSummary("Cut a document anew; the old chunks are found until the new ones are there");

        var whole = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}").WithTags("Knowledge")
            .RequirePermission(Permissions.Knowledge.Update);
        whole.MapPost("/pause", PauseAllAsync).WithName("PauseKnowledgeBase")
            .WithSummary("Hold back all documents that are being read in");
        whole.MapPost("/resume", ResumeAllAsync).WithName("ResumeKnowledgeBase")
            .WithSummary("Go on with all documents that are held back");
        whole.MapPost("/retry-failed", RetryFailedAsync).WithName("RetryFailedDocuments")
            .WithSummary("Read all failed documents in again");
        whole.MapPost("/rechunk", RechunkAllAsync).WithName("RechunkKnowledgeBase")
            .WithSummary("Cut all documents anew; the old chunks are found until the new ones are there");
    }

    private static async Task<Ok<Document>> CancelAsync(
        Guid id, Guid doc, DocumentControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await control.CancelAsync(context.Caller, id, doc, cancellationToken));

    private static async Task<Ok<Document>> PauseAsync(
        Guid id, Guid doc, DocumentControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await control.PauseAsync(context.Caller, id, doc, cancellationToken));

    private static async Task<Ok<Document>> ResumeAsync(
        Guid id, Guid doc, DocumentControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await control.ResumeAsync(context.Caller, id, doc, cancellationToken));

    private static async Task<Ok<Document>> RetryAsync(
        Guid id, Guid doc, DocumentControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await control.RetryAsync(context.Caller, id, doc, cancellationToken));

    private static async Task<Accepted<RechunkedDocument>> RechunkAsync(
        Guid id,
        Guid doc,
        RechunkDocument? request,
        DocumentControl control,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Accepted(
            $"/api/v1/knowledge-bases/{id}/documents/{doc}",
            await control.RechunkAsync(context.Caller, id, doc, request ?? new RechunkDocument(), cancellationToken));

    private static async Task<Ok<AffectedDocuments>> PauseAllAsync(
        Guid id, BaseControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await control.PauseAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<AffectedDocuments>> ResumeAllAsync(
        Guid id, BaseControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await control.ResumeAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<AffectedDocuments>> RetryFailedAsync(
        Guid id, BaseControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await control.RetryFailedAsync(context.Caller, id, cancellationToken));

    private static async Task<Accepted<RechunkedDocuments>> RechunkAllAsync(
        Guid id, RechunkBase? request, BaseControl control, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Accepted(
            $"/api/v1/knowledge-bases/{id}/documents",
            await control.RechunkAsync(context.Caller, id, request ?? new RechunkBase(), cancellationToken));
}
