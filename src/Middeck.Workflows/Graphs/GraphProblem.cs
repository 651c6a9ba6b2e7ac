namespace Middeck.Workflows.Graphs;

/// <summary>Something that is wrong with a graph.</summary>
/// <param name="Code">Stable: one of <see cref="GraphProblems"/>.</param>
/// <param name="Detail">One sentence: what is wrong and what to do.</param>
/// <param name="NodeId">The node at fault; null when it is the whole graph.</param>
/// <param name="IsError">Whether the graph cannot run; otherwise the part at fault is left out or fails when it is reached.</param>
public sealed record GraphProblem(string Code, string Detail, string? NodeId, bool IsError);
