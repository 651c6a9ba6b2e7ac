using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Files;

/// <summary>
/// How a question refers to a file: <c>{"type": "image", "transfer_method": "remote_url", "url": "https://…"}</c> or
/// <c>{"type": "document", "transfer_method": "local_file", "upload_file_id": "…"}</c>.
/// </summary>
/// <param name="Method"><c>remote_url</c> or <c>local_file</c>.</param>
/// <param name="Url">Where it lies; null for an upload.</param>
/// <param name="FileId">The upload; null for a remote file.</param>
/// <param name="Field">The path of the field at fault, should it be refused.</param>
/// <param name="Variable">The field of the form that holds it; null for one of the question itself.</param>
internal sealed record FileReference(string Method, Uri? Url, Guid? FileId, string Field, string? Variable)
{
    private static readonly string[] Types = ["image", "document", "audio", "video", "custom"];

    /// <exception cref="Core.Errors.FaultException"><c>files.invalid_reference</c>.</exception>
    public static FileReference Read(JsonElement value, string field, string? variable)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw FileFaults.Refused(field, $"{field} must be an object with type, transfer_method, and url or upload_file_id.");
        }

        if (value.Member("type").Text() is { } type && !Types.Contains(type))
        {
            throw FileFaults.Refused(field, $"type must be one of: {string.Join(", ", Types)}.");
        }

        var method = value.Member("transfer_method").Text();
        switch (method)
        {
            case FileUploadSettings.Remote when Address(value.Member("url").Text() ?? value.Member("remote_url").Text()) is { } url:
                return new FileReference(method, url, null, field, variable);
            case FileUploadSettings.Remote:
                throw FileFaults.Refused(field, "url must be an address that begins with http:// or https://.");
            case FileUploadSettings.Local
                when Guid.TryParse(value.Member("upload_file_id").Text() ?? value.Member("id").Text(), out var id):
                return new FileReference(method, null, id, field, variable);
            case FileUploadSettings.Local:
                throw FileFaults.Refused(field, "upload_file_id must be the id of an uploaded file.");
            default:
                throw FileFaults.Refused(field, "transfer_method must be remote_url or local_file.");
        }
    }

    private static Uri? Address(string? text)
        => text is { Length: > 0 and <= 4_000 } && StorableJson.IsStorable(text)
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                ? address
                : null;
}
