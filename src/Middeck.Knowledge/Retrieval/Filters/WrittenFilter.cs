using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval.Filters;

/// <summary>What the model of the automatic mode is asked for.</summary>
internal sealed record WrittenFilter(string? LogicalOperator, IReadOnlyList<MetadataCondition?>? Conditions);
