namespace Middeck.Knowledge;

/// <summary>How long a stage of a search took.</summary>
/// <param name="Stage">Such as <c>embed</c>, <c>find</c> or <c>rerank</c>.</param>
/// <param name="Milliseconds">Wall clock.</param>
public sealed record StageTime(string Stage, double Milliseconds);
