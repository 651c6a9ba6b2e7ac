using System.Globalization;
using System.Text.Json;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;

namespace Middeck.Studio.Conversations;

/// <summary>
/// A question and its answer, as the console sees them. <see cref="Siblings"/> are the messages that follow the same one, this
/// one among them at <see cref="SiblingIndex"/>: other answers, or other questions.
/// </summary>
internal sealed record Message(
    Guid Id,
    Guid ConversationId,
    Guid? ParentId,
    IReadOnlyList<Guid> Siblings,
    int SiblingIndex,
    string Query,
    JsonElement Inputs,
    IReadOnlyList<AppFile> Files,
    string Answer,
    MessageStatus Status,
    string? Error,
    string? ErrorCode,
    bool Moderated,
    AnnotationReply? Annotation,
    IReadOnlyList<Citation> Citations,
    MessageFeedback? Feedback,
    string? Model,
    MessageUsage Usage,
    MessageCost Cost,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt)
{
    /// <param name="workspaceId">The border.</param>
    /// <param name="row">The message.</param>
    /// <param name="links">Makes the addresses of its files.</param>
    /// <param name="names">The names of those who wrote annotations.</param>
    public static Message From(
        Guid workspaceId, MessageRow row, FileLinks links, IReadOnlyDictionary<Guid, string> names) => new(
        row.Id, row.ConversationId, row.ParentId, row.Siblings, Array.IndexOf(row.Siblings, row.Id), row.Query, row.Inputs,
        [.. row.Files.Select(file => links.Show(workspaceId, file))], row.Answer, row.Status, row.Error,
        row.Status == MessageStatus.Failed ? row.ErrorCode : null, row.ErrorCode == RunResult.Moderated,
        Named(row.Annotation, names), row.Citations,
        row.Rating is null ? null : new MessageFeedback(row.Rating, row.FeedbackContent), row.Model,
        new MessageUsage(row.PromptTokens, row.CompletionTokens, row.PromptTokens + row.CompletionTokens),
        new MessageCost(row.TotalPrice.ToString(CultureInfo.InvariantCulture), row.Currency),
        row.TimeToFirstToken, row.Duration, row.CreatedAt);

    private static AnnotationReply? Named(AnnotationReply? annotation, IReadOnlyDictionary<Guid, string> names)
        => annotation?.Account.Id is { } author && names.TryGetValue(author, out var name)
            ? annotation with { Account = annotation.Account with { Name = name } }
            : annotation;
}
