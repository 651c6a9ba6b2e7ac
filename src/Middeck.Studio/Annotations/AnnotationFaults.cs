using Middeck.Core.Errors;

namespace Middeck.Studio.Annotations;

/// <summary>The refusals about annotations.</summary>
internal static class AnnotationFaults
{
    public const string Missing = "annotations.not_found";
    public const string JobMissing = "annotations.job_not_found";

    public static FaultException NotFound() => new(Fault.NotFound(Missing, "The app has no such annotation."));

    public static FaultException InvalidText(string field, string rule)
        => new(Fault.Invalid("annotations.invalid_text", $"{field} {rule}.", field));

    public static FaultException InvalidKeyword() => new(Fault.Invalid(
        "annotations.invalid_keyword", "keyword holds a character that no text has, such as NUL.", "keyword"));

    public static FaultException TooMany(int most) => new(Fault.Conflict(
        "annotations.too_many", $"An app has at most {most:N0} annotations. Delete some first."));

    public static FaultException ImportTooLarge(int bytes) => new(new Fault(
        FaultKind.TooLarge, "annotations.import_too_large", $"The file may have at most {bytes:N0} bytes.", "file"));

    public static FaultException ImportUnreadable(string reason)
        => new(Fault.Invalid("annotations.import_unreadable", $"The file cannot be read: {reason}.", "file"));

    public static FaultException WrongColumns(string found) => new(Fault.Invalid(
        "annotations.import_columns",
        $"The first line must name the columns question and answer (or 问题 and 答案). It has: {found}. Nothing was written.",
        "file"));

    public static FaultException TooManyRows(int most) => new(Fault.Invalid(
        "annotations.import_too_many_rows", $"The file may have at most {most:N0} rows. Nothing was written.", "file"));

    public static FaultException ImportNotFound()
        => new(Fault.NotFound("annotations.import_not_found", "The app has no such import."));

    public static FaultException JobNotFound()
        => new(Fault.NotFound(JobMissing, "The app has no such job."));
}
