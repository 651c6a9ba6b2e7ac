namespace Middeck.Search;

/// <summary>One hit of a search: the id that was indexed and how well it fits (higher is better).</summary>
/// <remarks>Scores compare within one result list only; lists of different indexes are joined by their ranks.</remarks>
public readonly record struct ScoredId(Guid Id, float Score);
