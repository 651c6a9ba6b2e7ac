namespace Middeck.Studio.Agents.React;

/// <summary>What a model has written in one step.</summary>
/// <param name="Thought">What stands before the action.</param>
/// <param name="Actions">What it wants done; empty when it answers.</param>
/// <param name="Answer">Its answer; null when it wants something done.</param>
internal sealed record ReactReply(string Thought, IReadOnlyList<ReactAction> Actions, string? Answer);
