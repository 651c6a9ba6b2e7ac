using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Middeck.Studio.Annotations.Transfer;

/// <summary>Takes a small file out of a body: the first file of a multipart form, or the body itself.</summary>
internal static class ImportBody
{
    public const int MostBytes = 2 * 1024 * 1024;

    /// <exception cref="Core.Errors.FaultException"><c>annotations.import_too_large</c>, <c>annotations.import_unreadable</c>.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await BytesAsync(await FileAsync(request, cancellationToken), cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or InvalidDataException)
        {
            throw AnnotationFaults.ImportUnreadable("the upload broke off or is no multipart/form-data body");
        }
    }

    private static async Task<Stream> FileAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return request.Body;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 200)
        {
            throw AnnotationFaults.ImportUnreadable("the multipart/form-data body has no boundary");
        }

        var parts = new MultipartReader(boundary, request.Body);
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
                && disposition.IsFileDisposition())
            {
                return part.Body;
            }
        }

        throw AnnotationFaults.ImportUnreadable("the multipart/form-data body has no part 'file'");
    }

    private static async Task<byte[]> BytesAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MostBytes ? throw AnnotationFaults.ImportTooLarge(MostBytes) : bytes[..length];
    }
}
