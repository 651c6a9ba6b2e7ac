using Middeck.Core.Errors;

namespace Middeck.Studio.Chat;

/// <summary>The refusals of a question, and what an answer can lack.</summary>
internal static class ChatFaults
{
    public static FaultException EmptyQuery()
        => new(Fault.Invalid("chat.query_missing", "query is needed: ask something.", "query"));

    public static FaultException QueryTooLong(int most)
        => new(Fault.Invalid("chat.query_too_long", $"query may have at most {most:N0} characters.", "query"));

    public static FaultException QueryUnstorable() => new(Fault.Invalid(
        "chat.invalid_query", "query holds a character that cannot be kept, such as NUL.", "query"));

    public static FaultException EmptyAnswer() => new(new Fault(
        FaultKind.Upstream,
        "models.empty_answer",
        "The model answered without a word. Try again or choose another model."));

    public static FaultException NoAnswer() => new(new Fault(
        FaultKind.Upstream, "models.upstream_empty", "The model ended without an answer."));

    public static FaultException NoConversations() => new(Fault.Invalid(
        "chat.no_conversations",
        "Apps of this kind have no conversations: each run stands for itself. Leave conversation_id out.",
        "conversation_id"));

    public static FaultException ModelNeedsDraft() => new(Fault.Invalid(
        "chat.model_needs_draft", "Another model can only be tried out with the draft: send draft as true.", "model"));

    public static FaultException InputsNotAnObject()
        => new(Fault.Invalid("chat.invalid_input", "inputs must be an object.", "inputs"));
}
