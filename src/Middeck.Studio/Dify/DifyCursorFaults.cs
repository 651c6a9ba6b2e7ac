using Middeck.Core.Errors;

namespace Middeck.Studio.Dify;

/// <summary>The refusals of list positions that are not there.</summary>
internal static class DifyCursorFaults
{
    public const string FirstMessageNotFound = "dify.first_message_not_found";
    public const string LastConversationNotFound = "dify.last_conversation_not_found";

    public static FaultException NoFirstMessage()
        => new(Fault.NotFound(FirstMessageNotFound, "The conversation has no message with the id in first_id."));

    public static FaultException NoLastConversation()
        => new(Fault.NotFound(LastConversationNotFound, "The user has no conversation with the id in last_id."));
}
