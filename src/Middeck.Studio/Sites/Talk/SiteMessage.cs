using System.Text.Json;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;

namespace Middeck.Studio.Sites.Talk;

/// <summary>A question and its answer as a visitor sees them; the names are those of the console, without what it was made by.</summary>
internal sealed record SiteMessage(
    Guid Id,
    Guid ConversationId,
    Guid? ParentId,
    IReadOnlyList<Guid> Siblings,
    int SiblingIndex,
    string Query,
    JsonElement Inputs,
    IReadOnlyList<AppFile> Files,
    IReadOnlyList<AppFile> MadeFiles,
    string Answer,
    MessageStatus Status,
    string? Error,
    string? ErrorCode,
    bool Moderated,
    IReadOnlyList<SitePassage> Citations,
    MessageFeedback? Feedback,
    DateTimeOffset CreatedAt)
{
    public static SiteMessage Of(Guid workspaceId, MessageRow row, FileLinks links)
        => Of(workspaceId, row, links, row.Status == MessageStatus.Failed ? SiteFailure.OfRow(row.ErrorCode) : null);

    private static SiteMessage Of(Guid workspaceId, MessageRow row, FileLinks links, SiteFailure? failure) => new(
        row.Id, row.ConversationId, row.ParentId, row.Siblings, Array.IndexOf(row.Siblings, row.Id), row.Query, row.Inputs,
        [.. row.Files.Select(file => links.Show(workspaceId, file))],
        [.. row.MadeFiles.Select(file => links.Show(workspaceId, file))], row.Answer, row.Status,
        failure?.Message, failure?.Code, row.ErrorCode == RunResult.Moderated, SitePassage.Of(row.Citations),
        row.Rating is null ? null : new MessageFeedback(row.Rating, row.FeedbackContent), row.CreatedAt);
}
