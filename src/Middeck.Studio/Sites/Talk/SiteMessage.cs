using System.Text.Json;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;

namespace Middeck.Studio.Sites.Talk;

/// <summary>A question and its answer as a visitor sees them; the names are those of the console, without what it was made by.</summary>
internal sealed record SiteMessage(
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
    IReadOnlyList<SitePassage> Citations,
    MessageFeedback? Feedback,
    DateTimeOffset CreatedAt)
{
    public static SiteMessage Of(Guid workspaceId, MessageRow row, FileLinks links) => new(
        row.Id, row.ParentId, row.Siblings, Array.IndexOf(row.Siblings, row.Id), row.Query, row.Inputs,
        [.. row.Files.Select(file => links.Show(workspaceId, file))], row.Answer, row.Status,
        row.Status == MessageStatus.Failed ? SiteFailure.OfRow(row.ErrorCode).Message : null, SitePassage.Of(row.Citations),
        row.Rating is null ? null : new MessageFeedback(row.Rating), row.CreatedAt);
}
