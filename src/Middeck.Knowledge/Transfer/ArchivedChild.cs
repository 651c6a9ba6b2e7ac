using Middeck.Knowledge.Indexing;

namespace Middeck.Knowledge.Transfer;

/// <summary>What leads to an exported chunk.</summary>
internal sealed record ArchivedChild
{
    public ChildKind Kind { get; init; }

    public string Content { get; init; } = "";

    public bool Edited { get; init; }
}
