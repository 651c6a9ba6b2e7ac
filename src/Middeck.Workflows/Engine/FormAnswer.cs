using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>What a person answered, or that nobody did in time.</summary>
/// <param name="ActionId">The button; null when the time ran out.</param>
/// <param name="Inputs">The fields by name.</param>
public sealed record FormAnswer(string? ActionId, IReadOnlyDictionary<string, Segment> Inputs)
{
    /// <summary>Nobody answered in time.</summary>
    public static FormAnswer TimedOut { get; } = new(null, NodeResult.NoValues);
}
