using System.Text.Json.Serialization;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>What a page is drawn from.</summary>
/// <param name="Site">How it looks.</param>
/// <param name="Mode">The kind of the app.</param>
/// <param name="Entry">What is still to be shown.</param>
/// <param name="Start">What a conversation begins with; null until the visitor is let in.</param>
/// <param name="BatchRows">The most lines of a batch; null where batches are not offered.</param>
internal sealed record SiteVisit(SiteSettings Site, string Mode, SiteEntry Entry, AppStart? Start, int? BatchRows)
{
    /// <summary>The workspace whose members are let in; only where one signs in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? WorkspaceId { get; init; }

    /// <summary>Who the visitor is from now on; only for a page in a frame, and only the first time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Visitor { get; init; }
}
