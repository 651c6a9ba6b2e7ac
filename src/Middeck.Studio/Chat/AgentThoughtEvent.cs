using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Middeck.Studio.Agents;

namespace Middeck.Studio.Chat;

/// <summary>A step of an agent in Dify's stream; in the console's with its calls one by one.</summary>
internal sealed record AgentThoughtEvent(
    string Event,
    Guid TaskId,
    Guid Id,
    Guid MessageId,
    Guid? ConversationId,
    int Position,
    string Thought,
    string Observation,
    string Tool,
    JsonObject ToolLabels,
    string ToolInput,
    IReadOnlyList<Guid> MessageFiles,
    long CreatedAt)
{
    /// <summary>The same for the console; null in Dify's stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgentStepView? Step { get; init; }
}
