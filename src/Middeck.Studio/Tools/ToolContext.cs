using Middeck.Models.Gateway;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Tools;

/// <summary>For whom a tool is called.</summary>
/// <param name="Caller">The workspace, the app and the run; models that a tool asks are called for it.</param>
/// <param name="Person">Who asked; null where nobody did.</param>
internal sealed record ToolContext(ModelCaller Caller, Person? Person)
{
    /// <summary>The same for every attempt at this call; null where nobody tries again.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How many workflows are around the call.</summary>
    public int CallDepth { get; init; }
}
