namespace Middeck.Studio.Sites.Shares;

/// <summary>A share as its visitor sees it.</summary>
/// <param name="Id">The last part of the address, <c>/s/{token}/c/{id}</c>.</param>
/// <param name="CreatedAt">Until when what was said is shared.</param>
internal sealed record SiteShare(string Id, DateTimeOffset CreatedAt);
