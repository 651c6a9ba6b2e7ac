using Middeck.Core.Errors;

namespace Middeck.Studio.Conversations;

/// <summary>The refusals about conversations.</summary>
internal static class ConversationFaults
{
    public static FaultException NotFound() => new(Fault.NotFound(
        "conversations.not_found", "The conversation does not exist or belongs to somebody else."));

    public static FaultException MessageNotFound() => new(Fault.NotFound(
        "messages.not_found", "The message does not exist or belongs to somebody else."));
}
