using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>
/// Finds the <c>file</c> part of a multipart body without taking the body into memory or onto disk. What is said about the file,
/// <c>relative_path</c> and <c>duplicate</c>, stands in fields in front of it or in the address.
/// </summary>
internal static class MultipartUpload
{
    private const string FieldName = "file";
    private const string PathField = "relative_path";
    private const string DuplicateField = "duplicate";
    private const int MaxFieldLength = 4096;

    // Boundaries, part headers and small fields beside the file.
    private const long Envelope = 1024 * 1024;

    /// <exception cref="FaultException">The body is too large, no multipart body, broken off, or without a file.</exception>
    public static async Task<UploadedFile> OpenAsync(
        HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes + Envelope)
        {
            throw TooLarge(maxBytes);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes + Envelope;
        }

        var fields = new Dictionary<string, string?>
        {
            [PathField] = request.Query[PathField].FirstOrDefault(),
            [DuplicateField] = request.Query[DuplicateField].FirstOrDefault(),
        };
        var reader = new MultipartReader(BoundaryOf(request), request.Body);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name == FieldName && disposition.IsFileDisposition())
            {
                var sent = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
                return new UploadedFile(
                    FileNames.Clean(HeaderUtilities.RemoveQuotes(sent).ToString()),
                    FilePlaces.FolderOf(fields[PathField]),
                    RuleOf(fields[DuplicateField]),
                    new UploadStream(section.Body, maxBytes));
            }

            if (fields.ContainsKey(name))
            {
                fields[name] = await ValueAsync(section.Body, cancellationToken);
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

    /// <exception cref="FaultException"><c>knowledge.invalid_duplicate_rule</c>.</exception>
    public static DuplicateRule RuleOf(string? word) => word switch
    {
        null or "" or "new_version" => DuplicateRule.NewVersion,
        "skip" => DuplicateRule.Skip,
        "keep" => DuplicateRule.Keep,
        _ => throw new FaultException(Fault.Invalid(
            "knowledge.invalid_duplicate_rule", "duplicate must be one of: new_version, skip, keep.", DuplicateField)),
    };

    private static async Task<string> ValueAsync(Stream body, CancellationToken cancellationToken)
    {
        var value = new byte[MaxFieldLength + 1];
        try
        {
            var read = await body.ReadAtLeastAsync(value, value.Length, throwOnEndOfStream: false, cancellationToken);
            return read <= MaxFieldLength
                ? Encoding.UTF8.GetString(value, 0, read)
                : throw new FaultException(Fault.Invalid(
                    "knowledge.field_too_long", $"A field beside the file is longer than {MaxFieldLength} bytes.", FieldName));
        }
        catch (IOException ex)
        {
            throw BrokenOff(ex);
        }
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
