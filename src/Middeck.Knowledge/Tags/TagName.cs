namespace Middeck.Knowledge.Tags;

/// <summary>A tag as a knowledge base shows it.</summary>
internal sealed record TagName(Guid Id, string Name);
