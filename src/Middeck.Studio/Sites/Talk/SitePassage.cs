using Middeck.Studio.Conversations;

namespace Middeck.Studio.Sites.Talk;

/// <summary>A passage as visitors see it: what it says and where it stands, not what it is kept as.</summary>
/// <param name="Position">The number in the answer: <c>[1]</c>.</param>
/// <param name="DocumentName">Its document's file name.</param>
/// <param name="SegmentPosition">Its place in the document, from 1.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Content">Its text.</param>
/// <param name="Page">The page it starts on, from 1; null when there is none.</param>
internal sealed record SitePassage(
    int Position, string DocumentName, int SegmentPosition, double Score, string Content, int? Page)
{
    public static IReadOnlyList<SitePassage> Of(IReadOnlyList<Citation> citations) =>
    [
        .. citations.Select(one => new SitePassage(
            one.Position, one.DocumentName, one.SegmentPosition, one.Score, one.Content, one.Page)),
    ];
}
