using Middeck.Knowledge.Tags;

namespace Middeck.Knowledge.Usage;

/// <summary>What stands around a base: its tags and how many apps use it.</summary>
internal sealed record BaseLinks(IReadOnlyList<TagName> Tags, int AppCount)
{
    public static BaseLinks None { get; } = new([], 0);
}
