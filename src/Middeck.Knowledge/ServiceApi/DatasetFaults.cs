using Middeck.Core.Errors;
using Middeck.Knowledge.Documents;

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

    /// <summary>Why one document of several was left as it is.</summary>
    public static FaultException Refused(BatchOutcome outcome)
    {
        var kind = outcome.Code == KnowledgeFaults.NoDocument().Fault.Code ? FaultKind.NotFound : FaultKind.Conflict;
        return new(new Fault(kind, outcome.Code!, outcome.Detail!));
    }

    public static FaultException NoPipeline()
        => new(Fault.Invalid(
            "dify.invalid_param",
            "This dataset has no pipeline: its documents are uploaded directly, by document/create-by-file or create-by-text.",
            "dataset_id"));
}
