namespace Middeck.Studio.Agents;

/// <summary>What a model said in one step.</summary>
/// <param name="Thought">What it wrote besides its calls.</param>
/// <param name="Requests">What it wants called; empty when it has answered.</param>
internal sealed record AgentMove(string Thought, IReadOnlyList<AgentRequest> Requests);
