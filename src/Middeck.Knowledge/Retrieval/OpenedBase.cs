namespace Middeck.Knowledge.Retrieval;

/// <summary>A base that is ready to be searched.</summary>
/// <param name="Plan">How.</param>
/// <param name="Index">Where.</param>
/// <param name="Documents">Only these documents; null for all.</param>
internal sealed record OpenedBase(SearchPlan Plan, IBaseIndex Index, IReadOnlySet<Guid>? Documents);
