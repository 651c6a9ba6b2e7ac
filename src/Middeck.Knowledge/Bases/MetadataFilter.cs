using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>Which documents are searched, by their metadata.</summary>
public sealed record MetadataFilter
{
    /// <summary>Who chooses.</summary>
    public FilterMode Mode { get; init; } = FilterMode.Manual;

    /// <summary>How the conditions hold together.</summary>
    public LogicalOperator LogicalOperator { get; init; } = LogicalOperator.And;

    /// <summary>At most 20; none leaves all documents in.</summary>
    [MaxLength(20)]
    public IReadOnlyList<MetadataCondition> Conditions { get; init; } = [];

    /// <summary>The chat model of the automatic mode, <c>provider/model</c>; null for the workspace's default.</summary>
    [StringLength(200)]
    public string? Model { get; init; }

    /// <summary>Seconds that the model may take, 1 to 60.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 10;
}
