using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Talk;

namespace Middeck.Studio.Sites.Shares;

/// <summary>A question and its answer for readers: the files' names without the files, and nothing of the visitor.</summary>
internal sealed record SharedMessage(
    Guid Id,
    string Query,
    IReadOnlyList<string> FileNames,
    string Answer,
    MessageStatus Status,
    IReadOnlyList<SitePassage> Citations,
    DateTimeOffset CreatedAt)
{
    public static SharedMessage Of(MessageRow row) => new(
        row.Id, row.Query, [.. row.Files.Select(file => file.Name)], row.Answer, row.Status, SitePassage.Of(row.Citations),
        row.CreatedAt);
}
