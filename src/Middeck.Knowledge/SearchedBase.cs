using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge;

/// <summary>How one base was searched.</summary>
/// <param name="Id">The base.</param>
/// <param name="Name">Its name.</param>
/// <param name="Method">How; null for somebody else's knowledge.</param>
/// <param name="SearchIn">Where its index is.</param>
/// <param name="Filter">The conditions that chose the documents; null for none.</param>
/// <param name="DocumentCount">How many documents they left; null for all.</param>
public sealed record SearchedBase(
    Guid Id, string Name, SearchMethod? Method, SearchIn SearchIn, MetadataFilter? Filter, int? DocumentCount);
