using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Http.Errors;
using Middeck.Identity.Signing;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Documents;

internal static class DownloadEndpoints
{
    public static void MapDownloadEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/files/knowledge/{doc:guid}", DownloadAsync).WithTags("Documents").WithName("DownloadDocument")
            .WithSummary("Fetch an original by its signed address").AllowAnonymous();

    public static string PathOf(Guid documentId) => $"/files/knowledge/{documentId}";

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        Guid doc,
        Guid? ws,
        long? exp,
        string? sig,
        HttpResponse response,
        IUrlSigner signer,
        DocumentStore documents,
        IObjectStore objects,
        CancellationToken cancellationToken)
    {
        if (ws is not { } workspaceId || exp is not { } expires || sig is null
            || !signer.Verify(workspaceId, PathOf(doc), expires, sig))
        {
            return Problems.From(new Fault(
                FaultKind.Forbidden,
                "files.link_invalid",
                "This download link is not valid, or its ten minutes are over. Open the document again for a new one."));
        }

        if (await documents.FindAsync(workspaceId, doc, cancellationToken) is not { } row
            || await objects.OpenAsync(row.ObjectKey, cancellationToken) is not { } content)
        {
            return Problems.From(KnowledgeFaults.NoDocument().Fault);
        }

        // Uploaded pages must never run in our origin: always saved, never shown, and never guessed at.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, row.MimeType, row.Name, enableRangeProcessing: content.CanSeek);
    }
}
