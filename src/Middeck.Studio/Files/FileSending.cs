using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Files;

/// <summary>Sends a file's content so that nothing in it runs in our origin.</summary>
internal sealed class FileSending(StudioObjects objects)
{
    /// <summary>Pictures are shown; everything else is saved, as pictures are when it is asked for.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>files.not_found</c>: the content is gone.</exception>
    public async Task<FileStreamHttpResult> SendAsync(
        HttpResponse response, StoredFile file, bool asAttachment, CancellationToken cancellationToken)
    {
        var content = await objects.OpenAsync(file.ObjectId, cancellationToken) ?? throw FileFaults.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        response.Headers.CacheControl = "private, no-store";
        var isShown = file.Kind is FileKind.Image or FileKind.Audio or FileKind.Video && !asAttachment;
        return TypedResults.File(
            content, file.MimeType, isShown ? null : file.Name, enableRangeProcessing: content.CanSeek);
    }
}
