namespace Middeck.Studio.Agents;

/// <summary>What a model is told of a call.</summary>
/// <param name="Request">The call.</param>
/// <param name="Text">What came out, or why nothing did.</param>
internal sealed record AgentObservation(AgentRequest Request, string Text);
