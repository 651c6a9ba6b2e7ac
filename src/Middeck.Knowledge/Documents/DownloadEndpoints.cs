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
    {
        routes.MapGet("/files/knowledge/{doc:guid}", DownloadAsync).WithTags("Documents").WithName("DownloadDocument")
            .WithSummary("Fetch an original by its signed address").AllowAnonymous();
        routes.MapGet("/files/knowledge/{doc:guid}/versions/{version:int}", DownloadVersionAsync).WithTags("Documents")
            .WithName("DownloadDocumentVersion").WithSummary("Fetch a former version by its signed address").AllowAnonymous();
    }

    public static string PathOf(Guid documentId) => $"/files/knowledge/{documentId}";

    public static string PathOf(Guid documentId, int version) => $"{PathOf(documentId)}/versions/{version}";

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
        var workspaceId = Open(PathOf(doc), ws, exp, sig, signer);
        var row = await documents.FindAsync(workspaceId, doc, cancellationToken) ?? throw KnowledgeFaults.NoDocument();
        return await SendAsync(
            response, objects, row.ObjectKey, row.MimeType, FileNames.WithExtension(row.Name, row.Extension), cancellationToken);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadVersionAsync(
        Guid doc,
        int version,
        Guid? ws,
        long? exp,
        string? sig,
        HttpResponse response,
        IUrlSigner signer,
        DocumentStore documents,
        VersionStore versions,
        IObjectStore objects,
        CancellationToken cancellationToken)
    {
        var workspaceId = Open(PathOf(doc, version), ws, exp, sig, signer);
        var row = await documents.FindAsync(workspaceId, doc, cancellationToken) ?? throw KnowledgeFaults.NoDocument();
        var (former, file, format) = await versions.FindAsync(row.Id, version, cancellationToken);
        return await SendAsync(
            response,
            objects,
            file.Key,
            format.MimeType,
            FileNames.WithExtension(former.Name, format.Extension),
            cancellationToken);
    }

    private static Guid Open(string path, Guid? ws, long? exp, string? sig, IUrlSigner signer)
        => ws is { } workspaceId && exp is { } expires && sig is not null && signer.Verify(workspaceId, path, expires, sig)
            ? workspaceId
            : throw new FaultException(new Fault(
                FaultKind.Forbidden,
                "files.link_invalid",
                "This download link is not valid, or its ten minutes are over. Open the document again for a new one."));

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> SendAsync(
        HttpResponse response,
        IObjectStore objects,
        string key,
        string mimeType,
        string name,
        CancellationToken cancellationToken)
    {
        if (await objects.OpenAsync(key, cancellationToken) is not { } content)
        {
            return Problems.From(KnowledgeFaults.NoDocument().Fault);
        }

        // Uploaded pages must never run in our origin: always saved, never shown, and never guessed at.
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, mimeType, name, enableRangeProcessing: content.CanSeek);
    }
}
