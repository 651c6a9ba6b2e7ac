using Middeck.Core.Errors;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Chat;

/// <summary>Finds the words for what went wrong.</summary>
internal static class RunFailures
{
    /// <summary>A refusal of the models or the knowledge; null when it is neither.</summary>
    public static RunFailure? From(Fault fault) => fault.Code switch
    {
        "models.not_found" => new RunFailure("model_currently_not_support", 400, fault.Detail),
        "models.speech_to_text_missing" => new RunFailure("provider_not_support_speech_to_text", 400, fault.Detail),
        "models.text_to_speech_missing" or "models.speech_not_available" or "models.provider_disabled"
            or "models.provider_not_found" or "models.kind_not_available"
            or "models.key_unreadable" or "models.key_required"
            => new RunFailure("provider_not_initialize", 400, fault.Detail),
        WorkflowFaults.TooMany => new RunFailure("too_many_requests", 429, fault.Detail),
        _ when fault.Code.StartsWith("models.", StringComparison.Ordinal)
            && (fault.Code.Contains("quota", StringComparison.Ordinal)
                || fault.Code.Contains("budget", StringComparison.Ordinal))
            => new RunFailure("provider_quota_exceeded", 400, fault.Detail),
        _ when fault.Code.StartsWith("models.", StringComparison.Ordinal)
            || fault.Code.StartsWith("knowledge.", StringComparison.Ordinal)
            => RunFailure.Model(fault.Detail),
        _ => null,
    };

    /// <summary>What a row tells of a failure, as those heard it who watched the run.</summary>
    public static RunFailure FromRow(Guid runId, string? code, string? message) => message == RunFailure.Unexpected
        ? RunFailure.Internal(message) with { TraceId = runId.ToString() }
        : new RunFailure(
            code ?? "internal_server_error", code is null or "internal_server_error" ? 500 : 400, message ?? "");

    /// <summary>What a call of a model or a search ended with; null for what nobody expected.</summary>
    public static RunFailure? From(Exception exception) => exception switch
    {
        FaultException { Fault: var fault } => From(fault) ?? RunFailure.Model(fault.Detail),
        HttpRequestException or IOException => RunFailure.Model("The connection to the model was lost."),
        TimeoutException or OperationCanceledException => RunFailure.Model("The model took too long."),
        _ => null,
    };
}
