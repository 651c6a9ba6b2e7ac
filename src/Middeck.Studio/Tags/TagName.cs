namespace Middeck.Studio.Tags;

/// <summary>A tag as an app shows it.</summary>
internal sealed record TagName(Guid Id, string Name);
