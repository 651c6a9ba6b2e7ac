namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>The indexes outside the nodes' memory that this installation has.</summary>
internal sealed class IndexTargets(IEnumerable<IIndexTarget> targets)
{
    public IReadOnlyList<IIndexTarget> All { get; } = [.. targets];
}
