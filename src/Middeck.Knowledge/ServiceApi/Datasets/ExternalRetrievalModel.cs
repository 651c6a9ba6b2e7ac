namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>How an external knowledge API is asked.</summary>
public sealed record ExternalRetrievalModel
{
    /// <summary>How many passages.</summary>
    public int? TopK { get; init; }

    /// <summary>Passages below it are left out.</summary>
    public double? ScoreThreshold { get; init; }

    /// <summary>Whether the threshold counts.</summary>
    public bool? ScoreThresholdEnabled { get; init; }
}
