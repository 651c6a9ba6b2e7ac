using Middeck.Core.Errors;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Dify;

/// <summary>Says our faults in Dify's codes.</summary>
internal static class DifyErrors
{
    public static DifyError Of(Fault fault, int status)
    {
        if (RunFailures.From(fault) is { } failure)
        {
            return new DifyError(failure.Code, failure.Message, failure.Status, null);
        }

        return fault.Code switch
        {
            "apps.not_published" or "apps.not_found" => new DifyError(
                "app_unavailable", "App unavailable, please check your app configurations.", 400, null),
            "conversations.not_found" => new DifyError("not_found", "Conversation Not Exists.", 404, null),
            "messages.not_found" => new DifyError("not_found", "Message Not Exists.", 404, null),
            DifyFaults.FirstMessageNotFound => new DifyError("not_found", "First Message Not Exists.", 404, null),
            DifyFaults.LastConversationNotFound => new DifyError("not_found", "Last Conversation Not Exists.", 404, null),
            _ => OfKind(fault, status),
        };
    }

    private static DifyError OfKind(Fault fault, int status) => status switch
    {
        400 => new DifyError("invalid_param", fault.Detail, 400, fault.Field),
        401 => new DifyError("unauthorized", "Access token is invalid", 401, null),
        403 => new DifyError("forbidden", fault.Detail, 403, null),
        404 => new DifyError("not_found", fault.Detail, 404, null),
        413 => new DifyError("file_too_large", fault.Detail, 413, null),
        415 => new DifyError("unsupported_media_type", fault.Detail, 415, null),
        429 => new DifyError("too_many_requests", fault.Detail, 429, null),
        < 500 => new DifyError("bad_request", fault.Detail, status, fault.Field),
        500 => new DifyError("internal_server_error", "Internal Server Error, please contact support.", 500, null),
        _ => new DifyError("internal_server_error", fault.Detail, status, null),
    };
}
