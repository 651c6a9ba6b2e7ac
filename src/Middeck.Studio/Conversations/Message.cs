using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Files;

namespace Middeck.Studio.Conversations;

/// <summary>
/// A question and its answer, as the console sees them. <see cref="Siblings"/> are the messages that follow the same one, this
/// one among them at <see cref="SiblingIndex"/>: other answers, or other questions.
/// </summary>
internal sealed record Message(
    Guid Id,
    Guid? ParentId,
    IReadOnlyList<Guid> Siblings,
    int SiblingIndex,
    string Query,
    JsonElement Inputs,
    IReadOnlyList<AppFile> Files,
    string Answer,
    MessageStatus Status,
    string? Error,
    IReadOnlyList<Citation> Citations,
    MessageFeedback? Feedback,
    string? Model,
    MessageUsage Usage,
    MessageCost? Cost,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt)
{
    public static Message From(Guid workspaceId, MessageRow row, FileLinks links) => new(
        row.Id, row.ParentId, row.Siblings, Array.IndexOf(row.Siblings, row.Id), row.Query, row.Inputs,
        [.. row.Files.Select(file => links.Show(workspaceId, file))], row.Answer, row.Status, row.Error, row.Citations,
        row.Rating is null ? null : new MessageFeedback(row.Rating), row.Model,
        new MessageUsage(row.PromptTokens, row.CompletionTokens, row.PromptTokens + row.CompletionTokens),
        row.HasPrice ? new MessageCost(Money.Text(row.TotalPrice), row.Currency) : null,
        row.TimeToFirstToken, row.Duration, row.CreatedAt);
}
