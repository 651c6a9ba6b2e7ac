using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.External;

/// <summary>Conditions on metadata, as Dify's external knowledge API writes them.</summary>
internal sealed record ExternalCondition(LogicalOperator LogicalOperator, IReadOnlyList<MetadataCondition> Conditions);
