using System.Globalization;
using Middeck.Core.Errors;

namespace Middeck.Studio.Files;

/// <summary>The refusals about files.</summary>
internal static class FileFaults
{
    public const string NotUploadedCode = "files.no_file_uploaded";
    public const string TooManyUploadedCode = "files.too_many_files";
    public const string NamelessCode = "files.filename_missing";
    public const string BlockedCode = "files.extension_blocked";
    public const string NotFoundCode = "files.not_found";
    public const string DeniedCode = "files.access_denied";

    public static FaultException NotUploaded()
        => new(Fault.Invalid(NotUploadedCode, "Please upload your file.", "file"));

    public static FaultException TooManyUploaded()
        => new(Fault.Invalid(TooManyUploadedCode, "Only one file is allowed.", "file"));

    public static FaultException Nameless()
        => new(Fault.Invalid(NamelessCode, "The specified filename does not exist.", "file"));

    public static FaultException Blocked(string extension) => new(Fault.Invalid(
        BlockedCode, $"Files with the extension '.{extension}' are not taken for security reasons.", "file"));

    public static FaultException TooLarge(long maxBytes, Exception? inner = null) => new(
        new Fault(
            FaultKind.TooLarge,
            "files.too_large",
            string.Create(
                CultureInfo.InvariantCulture, $"The file is over the limit of {maxBytes / (1024d * 1024):0.#} MB for its kind."),
            "file",
            new Dictionary<string, object?> { ["max_bytes"] = maxBytes }),
        inner);

    public static FaultException NotAnImage(string extension) => new(new Fault(
        FaultKind.UnsupportedType,
        "files.unsupported_type",
        $"The file is named .{extension} but does not hold such a picture.",
        "file"));

    public static FaultException NotMultipart() => new(new Fault(
        FaultKind.UnsupportedType, "files.unsupported_type", "Send the file as the part 'file' of a multipart/form-data body."));

    public static FaultException Incomplete(Exception inner) => new(
        Fault.Invalid(
            "files.upload_incomplete", "The upload broke off before the file was complete. Send it again.", "file"),
        inner);

    public static FaultException NotFound()
        => new(Fault.NotFound(NotFoundCode, "The requested file was not found."));

    public static FaultException Denied() => new(new Fault(
        FaultKind.Forbidden, DeniedCode, "Access to the requested file is denied."));

    public static FaultException LinkInvalid() => new(new Fault(
        FaultKind.Forbidden,
        "files.link_invalid",
        "This link to a file is not valid, or its ten minutes are over. Open the conversation again for a new one."));

    /// <summary>A reference to a file in a question cannot be taken.</summary>
    public static FaultException Refused(string field, string detail)
        => new(Fault.Invalid("files.invalid_reference", detail, field));
}
