using System.Text.Json;

namespace Middeck.Studio.Agents;

/// <summary>What a model wants called.</summary>
/// <param name="CallId">The model's own name for the call.</param>
/// <param name="Name">The tool, as the model wrote it.</param>
/// <param name="Arguments">The arguments; null where they are not JSON.</param>
/// <param name="Text">The arguments as the model wrote them, where they are not JSON, or not an object.</param>
internal sealed record AgentRequest(string CallId, string Name, JsonElement? Arguments, string Text);
