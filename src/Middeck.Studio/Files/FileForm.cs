using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Middeck.Studio.Files;

/// <summary>Reads the one file of a multipart body. Larger ones wait on disk, and fields may stand behind the file.</summary>
internal static class FileForm
{
    // Boundaries, part headers and small fields beside the file.
    private const long Envelope = 1024 * 1024;

    /// <exception cref="Core.Errors.FaultException">There is no file, more than one, a nameless one, or one over the limit.</exception>
    public static async Task<(IFormFile File, IFormCollection Form)> ReadAsync(
        HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        var form = await ReadFormAsync(request, maxBytes, cancellationToken);
        return form.Files switch
        {
            { Count: > 1 } => throw FileFaults.TooManyUploaded(),
            [{ Name: "file" } file] => file.FileName.Length > 0 ? (file, form) : throw FileFaults.Nameless(),
            _ => throw FileFaults.NotUploaded(),
        };
    }

    private static async Task<IFormCollection> ReadFormAsync(
        HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            // Nothing was sent at all, or something else than a form.
            throw request.ContentLength is null or 0 ? FileFaults.NotUploaded() : FileFaults.NotMultipart();
        }

        if (request.ContentLength > maxBytes + Envelope)
        {
            throw FileFaults.TooLarge(maxBytes);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + Envelope;
        }

        try
        {
            return await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = maxBytes, ValueCountLimit = 100 }, cancellationToken);
        }
        catch (BadHttpRequestException ex) when (ex.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw FileFaults.TooLarge(maxBytes, ex);
        }
        catch (InvalidDataException ex) when (ex.Message.Contains("length limit", StringComparison.OrdinalIgnoreCase))
        {
            throw FileFaults.TooLarge(maxBytes, ex);
        }
        catch (Exception ex) when (ex is IOException or InvalidDataException)
        {
            throw FileFaults.Incomplete(ex);
        }
    }
}
