using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>Which documents of a base are searched.</summary>
/// <param name="Filter">The conditions that chose them; null when they were named.</param>
/// <param name="Documents">Only these; null for all.</param>
internal sealed record DocumentChoice(MetadataFilter? Filter, IReadOnlySet<Guid>? Documents);
