using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>The parts of a multipart body, one after the other as they come from the socket.</summary>
internal sealed class MultipartBody
{
    // Boundaries, part headers and small fields beside the file.
    private const long Envelope = 1024 * 1024;

    private readonly MultipartReader _reader;

    private MultipartBody(MultipartReader reader) => _reader = reader;

    /// <param name="request">Not read yet.</param>
    /// <param name="maxBytes">Of the file in it.</param>
    /// <exception cref="FaultException">The body is too large or no multipart body.</exception>
    public static MultipartBody Open(HttpRequest request, long maxBytes)
    {
        if (request.ContentLength > maxBytes + Envelope)
        {
            throw MultipartUpload.TooLarge(maxBytes);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + Envelope;
        }

        return BoundaryOf(request) is { } boundary
            ? new MultipartBody(new MultipartReader(boundary, request.Body))
            : throw new FaultException(new Fault(
                FaultKind.UnsupportedType, "request.unsupported_media_type", "Send the file as multipart/form-data."));
    }

    /// <summary>The next part; what was not read of the one before is passed over. Null behind the last.</summary>
    /// <exception cref="FaultException">The body broke off.</exception>
    public async Task<MultipartPart?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                {
                    return new MultipartPart(disposition, section.Body);
                }
            }

            return null;
        }
        catch (Exception ex) when (ex is IOException or InvalidDataException)
        {
            throw MultipartUpload.BrokenOff(ex);
        }
    }

    private static string? BoundaryOf(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
                ? boundary.ToString()
                : null;
}
