using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>Finds the <c>file</c> part of a multipart body without taking the body into memory or onto disk.</summary>
internal static class MultipartUpload
{
    private const string FieldName = "file";

    // Boundaries, part headers and small fields beside the file.
    private const long Envelope = 1024 * 1024;

    // Of a field beside the file.
    private const int MaxFieldLength = 64 * 1024;

    /// <param name="request">Its body is read as far as the file.</param>
    /// <param name="maxBytes">Of the file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="fields">Takes the small fields that stand before the file; null when nobody asks for them.</param>
    /// <exception cref="FaultException">The body is too large, no multipart body, broken off, or without a file.</exception>
    public static async Task<UploadedFile> OpenAsync(
        HttpRequest request, long maxBytes, CancellationToken cancellationToken, IDictionary<string, string>? fields = null)
    {
        if (request.ContentLength > maxBytes + Envelope)
        {
            throw TooLarge(maxBytes);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + Envelope;
        }

        var reader = new MultipartReader(BoundaryOf(request), request.Body);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            if (fields is not null && disposition.IsFormDisposition())
            {
                fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = await FieldAsync(section, cancellationToken);
            }

            if (HeaderUtilities.RemoveQuotes(disposition.Name) == FieldName
                && disposition.IsFileDisposition())
            {
                var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return new UploadedFile(
                    FileNames.Clean(HeaderUtilities.RemoveQuotes(sent).ToString()), new UploadStream(section.Body, maxBytes));
            }
        }

        throw new FaultException(Fault.Invalid(
            "knowledge.file_missing_in_body", "Send the file as the part 'file' of a multipart/form-data body.", FieldName));
    }

    /// <summary>The refusal of a file over the limit.</summary>
    public static FaultException TooLarge(long maxBytes, Exception? inner = null)
        => new(
            new Fault(
                FaultKind.TooLarge,
                "knowledge.file_too_large",
                $"The file is over the limit of {maxBytes / (1024d * 1024):0.#} MB. Split it, or ask the operator to raise "
                + "knowledge.max_upload_bytes.",
                FieldName,
                new Dictionary<string, object?> { ["max_bytes"] = maxBytes }),
            inner);

    /// <summary>The refusal of a body that ended before its file did.</summary>
    public static FaultException BrokenOff(Exception inner)
        => new(
            Fault.Invalid(
                "knowledge.upload_incomplete", "The upload broke off before the file was complete. Send it again.", FieldName),
            inner);

    private static async Task<string> FieldAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(section.Body);
        var text = new char[MaxFieldLength];
        var length = await reader.ReadBlockAsync(text, cancellationToken);
        return new string(text, 0, length);
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or InvalidDataException)
        {
            throw BrokenOff(ex);
        }
    }

    private static string BoundaryOf(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary)
        {
            return boundary.ToString();
        }

        throw new FaultException(new Fault(
            FaultKind.UnsupportedType, "request.unsupported_media_type", "Send the file as multipart/form-data."));
    }
}
