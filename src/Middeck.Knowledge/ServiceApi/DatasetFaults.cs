using Middeck.Core.Errors;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>The refusals that only the knowledge part of Dify's Service API knows. Behind the prefix stands Dify's own code.</summary>
internal static class DatasetFaults
{
    public const string Prefix = "dify.";

    public static FaultException NameTaken()
        => new(Fault.Conflict(
            $"{Prefix}dataset_name_duplicate", "The dataset name already exists. Please modify your dataset name."));

    public static FaultException NoFile()
        => new(Fault.Invalid($"{Prefix}no_file_uploaded", "Please upload your file as the part 'file' of a multipart/form-data body.", "file"));

    public static FaultException TooManyFiles()
        => new(Fault.Invalid($"{Prefix}too_many_files", "Only one file is allowed.", "file"));

    public static FaultException NoFileName()
        => new(Fault.Invalid($"{Prefix}filename_not_exists_error", "The specified filename does not exist.", "file"));

    public static FaultException InvalidMetadata()
        => new(Fault.Invalid($"{Prefix}invalid_metadata", "metadata must be one of: all, only, without.", "metadata"));

    public static FaultException InvalidAction(string allowed)
        => new(Fault.Invalid($"{Prefix}invalid_action", $"The action must be one of: {allowed}.", "action"));

    public static FaultException ArchivedDocument()
        => new(new Fault(
            FaultKind.Forbidden, $"{Prefix}archived_document_immutable", "The archived document is not editable."));

    public static FaultException NotInitialized()
        => new(Fault.Invalid(
            $"{Prefix}dataset_not_initialized", "The dataset is still being initialized or indexing. Please wait a moment."));

    public static FaultException NoTag()
        => new(Fault.NotFound($"{Prefix}not_found", "Tag not found."));

    public static FaultException NoPipeline()
        => new(Fault.Invalid(
            "dify.invalid_param",
            "This dataset has no pipeline: its documents are uploaded directly, by document/create-by-file or create-by-text.",
            "dataset_id"));
}
