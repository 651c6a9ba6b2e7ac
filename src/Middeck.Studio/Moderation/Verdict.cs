using System.Text.Json;

namespace Middeck.Studio.Moderation;

/// <summary>What a judge says of a text. Closed: nothing outside this file can add a case.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    public static Verdict Pass { get; } = new Passed();

    /// <summary>It is allowed.</summary>
    public sealed record Passed : Verdict;

    /// <summary>It is not allowed.</summary>
    /// <param name="Answer">What is answered instead; null for the settings' own words.</param>
    public sealed record Flagged(string? Answer = null) : Verdict;

    /// <summary>It is allowed in another form.</summary>
    /// <param name="Text">The question, or the whole answer until now; null when it stays.</param>
    /// <param name="Inputs">What was filled in; null when it stays.</param>
    public sealed record Overridden(string? Text, JsonElement? Inputs = null) : Verdict;
}
