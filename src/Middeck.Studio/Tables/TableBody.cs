using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Middeck.Studio.Tables;

/// <summary>Takes a small file out of a body: the first file of a multipart form, or the body itself.</summary>
internal static class TableBody
{
    public const int MostBytes = 2 * 1024 * 1024;

    /// <exception cref="Core.Errors.FaultException"><c>….import_too_large</c>, <c>….import_unreadable</c>.</exception>
    public static async Task<byte[]> ReadAsync(
        HttpRequest request, TableFaults faults, CancellationToken cancellationToken)
    {
        try
        {
            return await BytesAsync(await FileAsync(request, faults, cancellationToken), faults, cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or InvalidDataException)
        {
            throw faults.Unreadable("the upload broke off or is no multipart/form-data body");
        }
    }

    private static async Task<Stream> FileAsync(
        HttpRequest request, TableFaults faults, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return request.Body;
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 200)
        {
            throw faults.Unreadable("the multipart/form-data body has no boundary");
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

        throw faults.Unreadable("the multipart/form-data body has no part 'file'");
    }

    private static async Task<byte[]> BytesAsync(Stream body, TableFaults faults, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostBytes + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MostBytes ? throw faults.TooLarge(MostBytes) : bytes[..length];
    }
}
