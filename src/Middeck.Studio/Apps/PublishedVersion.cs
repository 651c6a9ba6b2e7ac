namespace Middeck.Studio.Apps;

/// <summary>What became of publishing.</summary>
/// <param name="Version">The version that callers now get.</param>
/// <param name="PublishedAt">Since when.</param>
internal sealed record PublishedVersion(int Version, DateTimeOffset PublishedAt);
