namespace Middeck.Knowledge.Retrieval;

/// <summary>What one search did, for its explanation.</summary>
internal sealed class SearchRecord(TimeProvider clock)
{
    public SearchTrace Trace { get; } = new(clock);

    public List<SearchedBase> Bases { get; } = [];
}
