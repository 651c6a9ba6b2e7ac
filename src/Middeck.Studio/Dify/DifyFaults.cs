using Middeck.Core.Errors;

namespace Middeck.Studio.Dify;

/// <summary>The refusals that only Dify's Service API knows.</summary>
internal static class DifyFaults
{
    public const string FirstMessageNotFound = "dify.first_message_not_found";
    public const string LastConversationNotFound = "dify.last_conversation_not_found";

    public static FaultException Missing(string field) => Invalid(field, $"{field} must be provided.");

    public static FaultException Invalid(string field, string detail)
        => new(Fault.Invalid("dify.invalid_param", detail, field));

    public static FaultException NoFirstMessage()
        => new(Fault.NotFound(FirstMessageNotFound, "The conversation has no message with the id in first_id."));

    public static FaultException NoLastConversation()
        => new(Fault.NotFound(LastConversationNotFound, "The user has no conversation with the id in last_id."));
}
