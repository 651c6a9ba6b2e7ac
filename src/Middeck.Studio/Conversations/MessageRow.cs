using System.Text.Json;

namespace Middeck.Studio.Conversations;

internal sealed record MessageRow(
    Guid Id,
    Guid ConversationId,
    string Query,
    JsonElement Inputs,
    string Answer,
    MessageStatus Status,
    string? ErrorCode,
    string? Error,
    IReadOnlyList<Citation> Citations,
    string? Rating,
    string? Model,
    int PromptTokens,
    int CompletionTokens,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt);
