namespace Middeck.Knowledge.Retrieval;

/// <summary>Where a base is searched for one search.</summary>
/// <param name="Plan">How: by words alone where there are no vectors.</param>
/// <param name="Index">What is asked.</param>
/// <param name="SearchIn">Where that is.</param>
internal sealed record OpenedIndex(SearchPlan Plan, IBaseIndex Index, SearchIn SearchIn);
