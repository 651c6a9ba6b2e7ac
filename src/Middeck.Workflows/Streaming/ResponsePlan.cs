namespace Middeck.Workflows.Streaming;

/// <summary>What a response node writes, worked out once for all runs.</summary>
/// <param name="Node">The index of the response node in its level.</param>
/// <param name="IsAnswer">Whether it belongs to a chat; otherwise to a workflow's result.</param>
/// <param name="Parts">In the order in which they are written.</param>
/// <param name="Holders">How many nodes before it must be finished or skipped before it may write.</param>
/// <param name="Depth">The longest way to it from a start, in nodes; who is nearer writes first.</param>
internal sealed record ResponsePlan(int Node, bool IsAnswer, ResponsePart[] Parts, int Holders, int Depth);
