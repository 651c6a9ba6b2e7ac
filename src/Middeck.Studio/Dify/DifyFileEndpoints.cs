using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;

namespace Middeck.Studio.Dify;

internal static class DifyFileEndpoints
{
    public static void MapDifyFileEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/files/upload", UploadAsync).WithName("DifyUploadFile").WithSummary("Upload a file to ask about")
            .Accepts<IFormFile>("multipart/form-data");
        routes.MapGet("/files/{fileId}/preview", PreviewAsync).WithName("DifyPreviewFile").WithSummary("Fetch a file");
    }

    private static async Task<Created<DifyUploadedFile>> UploadAsync(
        HttpRequest request,
        DifyCaller caller,
        FileIntake intake,
        FileLinks links,
        CancellationToken cancellationToken)
    {
        var (sent, form) = await FileForm.ReadAsync(request, intake.MaxBytes, cancellationToken);
        var person = await caller.GetAsync(
            DifyCaller.Name(form["user"].FirstOrDefault(), isNeeded: false), cancellationToken);
        await using var content = sent.OpenReadStream();
        var file = await intake.KeepAsync(
            new FileOwner(caller.WorkspaceId, caller.AppId, person), sent.FileName, content, null, cancellationToken);
        var url = $"{request.Scheme}://{request.Host}{links.Of(file.WorkspaceId, file.Id)}";
        return TypedResults.Created(url, DifyUploadedFile.Of(file, url));
    }

    // Whoever shows the app's key and names nobody may fetch what anybody gave to the app.
    private static async Task<FileStreamHttpResult> PreviewAsync(
        string fileId,
        [FromQuery(Name = "as_attachment")] string? asAttachment,
        string? user,
        HttpResponse response,
        DifyCaller caller,
        FileStore store,
        FileSending sending,
        CancellationToken cancellationToken)
    {
        var file = Guid.TryParse(fileId, out var id)
            ? await store.FindAsync(caller.WorkspaceId, id, cancellationToken)
            : null;
        if (file is null)
        {
            throw FileFaults.NotFound();
        }

        Person? person = string.IsNullOrEmpty(user)
            ? file.Person
            : await caller.FindAsync(DifyCaller.Name(user, isNeeded: false), cancellationToken);
        return file.AppId == caller.AppId && file.Person == person
            ? await sending.SendAsync(
                response, file, string.Equals(asAttachment, "true", StringComparison.OrdinalIgnoreCase), cancellationToken)
            : throw FileFaults.Denied();
    }
}
