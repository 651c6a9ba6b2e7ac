using System.Text.Json;
using Middeck.Studio.Agents;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;

namespace Middeck.Studio.Conversations;

internal sealed record MessageRow(
    Guid Id,
    Guid ConversationId,
    Guid? ParentId,
    Guid[] Siblings,
    string Query,
    JsonElement Inputs,
    IReadOnlyList<MessageFile> Files,
    string Answer,
    MessageStatus Status,
    string? ErrorCode,
    string? Error,
    IReadOnlyList<Citation> Citations,
    string? Rating,
    string? Model,
    int PromptTokens,
    int CompletionTokens,
    decimal TotalPrice,
    string Currency,
    bool HasPrice,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt)
{
    /// <summary>What the person said about the answer; null for nothing.</summary>
    public string? FeedbackContent { get; init; }

    /// <summary>The annotation that the answer is, without its author's name; null when it is none.</summary>
    public AnnotationReply? Annotation { get; init; }

    /// <summary>What an agent did on the way to the answer.</summary>
    public IReadOnlyList<AgentStep> Steps { get; init; } = [];

    /// <summary>What its tools made.</summary>
    public IEnumerable<MessageFile> MadeFiles => Steps.SelectMany(step => step.Calls).SelectMany(call => call.Files);
}
