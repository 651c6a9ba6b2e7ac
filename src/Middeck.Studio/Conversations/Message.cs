using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Agents;
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
    MessageCost? Cost,
    double? TimeToFirstToken,
    double? Duration,
    DateTimeOffset CreatedAt)
{
    /// <summary>What an agent did on the way to the answer; empty for other apps.</summary>
    public IReadOnlyList<AgentStepView> Steps { get; init; } = [];

    /// <summary>What its tools made.</summary>
    public IReadOnlyList<AppFile> MadeFiles { get; init; } = [];

    /// <param name="workspaceId">The border.</param>
    /// <param name="row">The message.</param>
    /// <param name="links">Makes the addresses of its files.</param>
    /// <param name="names">The names of those who wrote annotations.</param>
    public static Message From(
        Guid workspaceId, MessageRow row, FileLinks links, IReadOnlyDictionary<Guid, string> names)
    {
        var message = new Message(
            row.Id, row.ConversationId, row.ParentId, row.Siblings, Array.IndexOf(row.Siblings, row.Id), row.Query, row.Inputs,
            [.. row.Files.Select(file => links.Show(workspaceId, file))], row.Answer, row.Status, row.Error,
            row.Status == MessageStatus.Failed ? row.ErrorCode : null, row.ErrorCode == RunResult.Moderated,
            Named(row.Annotation, names), row.Citations,
            row.Rating is null ? null : new MessageFeedback(row.Rating, row.FeedbackContent), row.Model,
            new MessageUsage(row.PromptTokens, row.CompletionTokens, row.PromptTokens + row.CompletionTokens),
            row.HasPrice ? new MessageCost(Money.Text(row.TotalPrice), row.Currency) : null,
            row.TimeToFirstToken, row.Duration, row.CreatedAt);
        var (steps, made) = (row.Steps.Select(AgentStepView.Of), row.MadeFiles.Select(file => links.Show(workspaceId, file)));
        return message with { Steps = [.. steps], MadeFiles = [.. made] };
    }

    private static AnnotationReply? Named(AnnotationReply? annotation, IReadOnlyDictionary<Guid, string> names)
        => annotation?.Account.Id is { } author && names.TryGetValue(author, out var name)
            ? annotation with { Account = annotation.Account with { Name = name } }
            : annotation;
}
