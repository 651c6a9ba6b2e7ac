using Middeck.Core.Errors;

namespace Middeck.Studio.Conversations;

/// <summary>The refusals about conversations.</summary>
internal static class ConversationFaults
{
    /// <summary>The app knows nobody of that key.</summary>
    public const string NoEndUser = "conversations.end_user_not_found";

    public static FaultException NotFound() => new(Fault.NotFound(
        "conversations.not_found", "The conversation does not exist or belongs to somebody else."));

    public static FaultException InvalidSearch() => new(Fault.Invalid(
        "conversations.invalid_search", "query holds a character that cannot be looked for, such as NUL, or more than 200.", "query"));

    public static FaultException MessageNotFound() => new(Fault.NotFound(
        "messages.not_found", "The message does not exist or belongs to somebody else."));

    public static FaultException EndUserNotFound() => new(Fault.NotFound(NoEndUser, "End user not found."));
}
