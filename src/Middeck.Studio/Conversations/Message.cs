using System.Text.Json;

namespace Middeck.Studio.Conversations;

/// <summary>A question and its answer, as the console sees them.</summary>
internal sealed record Message(
    Guid Id,
    string Query,
    JsonElement Inputs,
    string Answer,
    MessageStatus Status,
    string? Error,
    IReadOnlyList<Citation> Citations,
    MessageFeedback? Feedback,
    string? Model,
    MessageUsage Usage,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt)
{
    public static Message From(MessageRow row) => new(
        row.Id, row.Query, row.Inputs, row.Answer, row.Status, row.Error, row.Citations,
        row.Rating is null ? null : new MessageFeedback(row.Rating), row.Model,
        new MessageUsage(row.PromptTokens, row.CompletionTokens, row.PromptTokens + row.CompletionTokens),
        row.TimeToFirstToken, row.Duration, row.CreatedAt);
}
