using Microsoft.AspNetCore.Http;
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

    // Of a field that the caller asks for, such as settings as JSON.
    private const int MaxOtherLength = 64 * 1024;

    /// <param name="request">Its body is read as far as the file.</param>
    /// <param name="maxBytes">Of the file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="others">Takes the other small fields that stand before the file; null when nobody asks for them.</param>
    /// <exception cref="FaultException">The body is too large, no multipart body, broken off, or without a file.</exception>
    public static async Task<UploadedFile> OpenAsync(
        HttpRequest request, long maxBytes, CancellationToken cancellationToken, IDictionary<string, string>? others = null)
    {
        var fields = new Dictionary<string, string?>
        {
            [PathField] = request.Query[PathField].FirstOrDefault(),
            [DuplicateField] = request.Query[DuplicateField].FirstOrDefault(),
        };
        var body = MultipartBody.Open(request, maxBytes);
        while (await body.NextAsync(cancellationToken) is { } part)
        {
            if (part.Name == FieldName && part.IsFile)
            {
                return new UploadedFile(
                    FileNames.Clean(part.FileName),
                    FilePlaces.FolderOf(fields[PathField]),
                    RuleOf(fields[DuplicateField]),
                    new UploadStream(part.Content, maxBytes));
            }

            if (fields.ContainsKey(part.Name))
            {
                fields[part.Name] = await part.ReadTextAsync(MaxFieldLength, cancellationToken);
            }
            else if (others is not null && !part.IsFile)
            {
                others[part.Name] = await part.ReadTextAsync(MaxOtherLength, cancellationToken);
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
}
