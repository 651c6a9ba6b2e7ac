namespace Middeck.Studio.Evaluation.Sets;

/// <summary>What became of adding cases.</summary>
/// <param name="Added">How many there are more.</param>
internal sealed record AddedCases(int Added);
