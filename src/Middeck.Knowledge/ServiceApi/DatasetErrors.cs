using Middeck.Core.Errors;
using Middeck.Http.Dialects.Dify;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>Says the faults of knowledge bases in Dify's codes.</summary>
internal static class DatasetErrors
{
    private const string InvalidParameter = DatasetFaults.Prefix + "invalid_param";

    public static DifyError Of(Fault fault, int status) => fault.Code switch
    {
        InvalidParameter => new DifyError("invalid_param", fault.Detail, status, fault.Field),
        _ when fault.Code.StartsWith(DatasetFaults.Prefix, StringComparison.Ordinal)
            => new DifyError(fault.Code[DatasetFaults.Prefix.Length..], fault.Detail, status, null),
        _ when fault.Code.StartsWith("models.", StringComparison.Ordinal) => OfModels(fault),
        "knowledge.not_found" => NotFound("Dataset not found."),
        "knowledge.document_not_found" => NotFound("Document not found."),
        "knowledge.chunk_not_found" => NotFound("Segment not found."),
        "knowledge.child_not_found" => NotFound("Child chunk not found."),
        "knowledge.document_archived" => Of(DatasetFaults.ArchivedDocument().Fault, 403),
        "knowledge.document_busy" or "knowledge.document_state" => new DifyError("document_indexing", fault.Detail, 400, null),
        "knowledge.file_missing_in_body" => Of(DatasetFaults.NoFile().Fault, 400),
        "knowledge.file_name_missing" => Of(DatasetFaults.NoFileName().Fault, 400),
        "knowledge.unsupported_type" => new DifyError("unsupported_file_type", fault.Detail, 415, null),
        // An index that cannot be searched at this moment.
        _ when status == 503 && fault.Code.StartsWith("knowledge.", StringComparison.Ordinal)
            => new DifyError("dataset_not_initialized", fault.Detail, 400, null),

        // Dify has no other conflicts: what does not fit the state of things is a wrong request there.
        _ when status == 409 => new DifyError("invalid_param", fault.Detail, 400, fault.Field),
        _ => DifyErrors.OfKind(fault, status),
    };

    private static DifyError NotFound(string message) => new("not_found", message, 404, null);

    private static DifyError OfModels(Fault fault) => fault.Code switch
    {
        "models.not_found" or "models.provider_disabled" or "models.provider_not_found" or "models.kind_not_available"
            or "models.key_unreadable" or "models.key_required" or "models.no_rerank_model"
            => new DifyError("provider_not_initialize", fault.Detail, 400, null),
        "models.wrong_type" => new DifyError("model_currently_not_support", fault.Detail, 400, null),
        "models.invalid_name" or "models.unknown_type" => new DifyError("invalid_param", fault.Detail, 400, fault.Field),
        _ when fault.Code.Contains("quota", StringComparison.Ordinal) || fault.Code.Contains("budget", StringComparison.Ordinal)
            => new DifyError("provider_quota_exceeded", fault.Detail, 400, null),
        _ => new DifyError("completion_request_error", fault.Detail, 400, null),
    };
}
