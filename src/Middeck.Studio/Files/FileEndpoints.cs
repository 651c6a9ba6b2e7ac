using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Audit;
using Middeck.Identity.Signing;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Files;

internal static class FileEndpoints
{
    public static void MapFileEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/apps/{id:guid}/files", UploadAsync).WithTags("Chat").WithName("UploadAppFile")
            .WithSummary("Upload a file to ask about; one that is not used within a day is removed")
            .Accepts<IFormFile>("multipart/form-data").RequirePermission(Permissions.Apps.Use).WithoutAudit();
        routes.MapGet("/files/apps/{file:guid}", DownloadAsync).WithTags("Chat").WithName("DownloadAppFile")
            .WithSummary("Fetch a file of a conversation by its signed address").AllowAnonymous();
    }

    private static async Task<Created<AppFile>> UploadAsync(
        Guid id,
        HttpRequest request,
        CallerContext context,
        AppAccess access,
        FileIntake intake,
        FileLinks links,
        CancellationToken cancellationToken)
    {
        await access.FindAsync(context.Caller, id, AccessLevel.Use, cancellationToken);
        var (sent, _) = await FileForm.ReadAsync(request, intake.MaxBytes, cancellationToken);
        await using var content = sent.OpenReadStream();
        var file = await intake.KeepAsync(
            new FileOwner(context.WorkspaceId, id, Person.User(context.UserId)), sent.FileName, content, null,
            cancellationToken);
        var shown = links.Show(file);
        return TypedResults.Created(shown.Url, shown);
    }

    private static async Task<FileStreamHttpResult> DownloadAsync(
        Guid file,
        Guid? ws,
        long? exp,
        string? sig,
        HttpResponse response,
        IUrlSigner signer,
        FileStore store,
        FileSending sending,
        CancellationToken cancellationToken)
    {
        if (ws is not { } workspaceId || exp is not { } expires || sig is null
            || !signer.Verify(workspaceId, FileLinks.PathOf(file), expires, sig))
        {
            throw FileFaults.LinkInvalid();
        }

        var found = await store.FindAsync(workspaceId, file, cancellationToken) ?? throw FileFaults.NotFound();
        return await sending.SendAsync(response, found, asAttachment: false, cancellationToken);
    }
}
