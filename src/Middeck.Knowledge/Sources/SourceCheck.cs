namespace Middeck.Knowledge.Sources;

/// <summary>What a source would bring.</summary>
/// <param name="Items">The first of them.</param>
/// <param name="More">Whether there are others.</param>
internal sealed record SourceCheck(IReadOnlyList<SourceCheckItem> Items, bool More);
