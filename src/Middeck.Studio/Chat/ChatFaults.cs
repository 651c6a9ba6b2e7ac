using Middeck.Core.Errors;

namespace Middeck.Studio.Chat;

/// <summary>The refusals of a question.</summary>
internal static class ChatFaults
{
    public static FaultException EmptyQuery()
        => new(Fault.Invalid("chat.query_missing", "query is needed: ask something.", "query"));

    public static FaultException QueryTooLong(int most)
        => new(Fault.Invalid("chat.query_too_long", $"query may have at most {most:N0} characters.", "query"));

    public static FaultException QueryUnstorable() => new(Fault.Invalid(
        "chat.invalid_query", "query holds a character that cannot be kept, such as NUL.", "query"));

    public static FaultException InputsNotAnObject()
        => new(Fault.Invalid("chat.invalid_input", "inputs must be an object.", "inputs"));
}
