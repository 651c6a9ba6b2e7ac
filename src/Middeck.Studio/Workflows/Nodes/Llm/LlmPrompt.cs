using Microsoft.Extensions.AI;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>What a model is told.</summary>
/// <param name="Messages">At least one.</param>
/// <param name="Inputs">The values that went into it, by what they are called: <c>#start.name#</c>, <c>#context#</c>, <c>#files#</c>.</param>
internal sealed record LlmPrompt(IReadOnlyList<ChatMessage> Messages, IReadOnlyDictionary<string, Segment> Inputs);
