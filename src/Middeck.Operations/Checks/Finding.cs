using Middeck.Operations.Language;

namespace Middeck.Operations.Checks;

/// <summary>One thing that a check found.</summary>
/// <param name="Code">Stable and dotted, the check's name first, such as <c>database.stopped</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Sentence">What is wrong, with the facts.</param>
/// <param name="Command">What a person types to repair it; null when there is nothing to type.</param>
public sealed record Finding(string Code, Severity Severity, Message Sentence, string? Command = null)
{
    /// <summary>What <c>--fix</c> does after asking; null when only a person can do it.</summary>
    public Repair? Repair { get; init; }
}
