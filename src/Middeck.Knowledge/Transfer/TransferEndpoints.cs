using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Signing;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Transfer;

internal static class TransferEndpoints
{
    private const string Zip = "application/zip";
    private const string JsonLinesType = "application/jsonl";

    public static void MapTransferEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases").WithTags("Knowledge");
        group.MapPost("/import", ImportAsync).WithName("ImportKnowledgeBase")
            .WithSummary("Make a knowledge base of an exported one, sent as the multipart part 'file'")
            .Accepts<IFormFile>("multipart/form-data").RequirePermission(Permissions.Knowledge.Create);
        group.MapGet("/{id:guid}/export", ExportAsync).WithName("ExportKnowledgeBase")
            .WithSummary("The knowledge base as a ZIP archive").RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/{id:guid}/export-url", UrlAsync).WithName("GetKnowledgeBaseExportUrl")
            .WithSummary("An address that opens the archive for ten minutes").RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/{id:guid}/documents/{doc:guid}/export", ExportChunksAsync).WithTags("Documents").WithName("ExportChunks")
            .WithSummary("The chunks of a document as JSON lines").RequirePermission(Permissions.Knowledge.Read);
        group.MapPost("/{id:guid}/documents/download-zip", DownloadAsync).WithTags("Documents").WithName("DownloadDocuments")
            .WithSummary("Several originals in one ZIP archive").RequirePermission(Permissions.Knowledge.Read);
        routes.MapGet("/files/knowledge-exports/{id:guid}", ExportSignedAsync).WithTags("Knowledge")
            .WithName("DownloadKnowledgeBase").WithSummary("Fetch an archive by its signed address").AllowAnonymous();
    }

    /// <summary>What a signed address of an archive begins with; the originals are part of what is signed.</summary>
    public static string PathOf(Guid baseId, bool withFiles)
        => $"/files/knowledge-exports/{baseId}?files={(withFiles ? "true" : "false")}";

    private static async Task<Accepted<ImportStarted>> ImportAsync(
        HttpRequest request, string? name, ImportIntake intake, CallerContext context, CancellationToken cancellationToken)
    {
        var started = await intake.ReceiveAsync(context.Caller, request, name, cancellationToken);
        return TypedResults.Accepted($"/api/v1/jobs/{started.JobId}", started);
    }

    private static async Task<PushStreamHttpResult> ExportAsync(
        Guid id, bool? files, ExportService service, CallerContext context, HttpResponse response, CancellationToken cancellationToken)
        => Archive(await service.OpenAsync(context.Caller, id, cancellationToken), files ?? false, service, response, cancellationToken);

    private static async Task<Ok<DownloadUrl>> UrlAsync(
        Guid id, bool? files, ExportService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UrlAsync(context.Caller, id, files ?? false, cancellationToken));

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportSignedAsync(
        Guid id,
        bool? files,
        Guid? ws,
        long? exp,
        string? sig,
        ExportService service,
        IUrlSigner signer,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (ws is not { } workspaceId || exp is not { } expires || sig is null
            || !signer.Verify(workspaceId, PathOf(id, files ?? false), expires, sig))
        {
            return Problems.From(new Fault(
                FaultKind.Forbidden,
                "files.link_invalid",
                "This download link is not valid, or its ten minutes are over. Export the knowledge base again for a new one."));
        }

        return await service.FindAsync(workspaceId, id, cancellationToken) is { } row
            ? Archive(row, files ?? false, service, response, cancellationToken)
            : Problems.From(KnowledgeFaults.NoBase().Fault);
    }

    private static async Task<PushStreamHttpResult> ExportChunksAsync(
        Guid id,
        Guid doc,
        string? format,
        ExportService service,
        CallerContext context,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (format is not (null or "jsonl"))
        {
            throw new FaultException(Fault.Invalid("knowledge.export_format", "format must be jsonl.", "format"));
        }

        var row = await service.OpenAsync(context.Caller, id, doc, cancellationToken);
        return Saved(
            stream => service.WriteChunksAsync(row, stream, cancellationToken),
            JsonLinesType,
            FileNames.Clean($"{row.Name}.chunks.jsonl"),
            response);
    }

    private static async Task<PushStreamHttpResult> DownloadAsync(
        Guid id,
        DownloadFiles request,
        ExportService service,
        CallerContext context,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var rows = await service.OpenAllAsync(context.Caller, id, request.Ids, cancellationToken);
        return Saved(stream => service.WriteFilesAsync(rows, stream, cancellationToken), Zip, "documents.zip", response);
    }

    private static PushStreamHttpResult Archive(
        KnowledgeBaseRow row, bool withFiles, ExportService service, HttpResponse response, CancellationToken cancellationToken)
        => Saved(
            stream => service.WriteAsync(row, withFiles, stream, cancellationToken),
            Zip,
            FileNames.Clean($"{row.Name.Replace('/', '_').Replace('\\', '_')}.zip"),
            response);

    private static PushStreamHttpResult Saved(
        Func<Stream, Task> write, string type, string name, HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(
            async body =>
            {
                await using var deferred = new DeferredWrites(body);
                await write(deferred);
                await deferred.FlushAsync(CancellationToken.None);
            },
            type,
            name);
    }
}
