using Middeck.Core.Errors;

namespace Middeck.Studio.Memory;

/// <summary>The refusals about what is remembered.</summary>
internal static class MemoryFaults
{
    public static FaultException FactNotFound()
        => new(Fault.NotFound("memory.not_found", "Nothing like this is remembered of the person."));

    public static FaultException EndUserNotFound()
        => new(Fault.NotFound("memory.end_user_not_found", "The app has no such end user."));

    public static FaultException InvalidText()
        => new(Fault.Invalid("memory.invalid_text", "text is needed and holds no character that cannot be kept, such as NUL.", "text"));
}
