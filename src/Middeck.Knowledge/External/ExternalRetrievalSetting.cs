namespace Middeck.Knowledge.External;

/// <summary>How much is wanted.</summary>
public sealed record ExternalRetrievalSetting
{
    /// <summary>How many passages, 1 to 100.</summary>
    public int TopK { get; init; } = 4;

    /// <summary>Passages below it are left out, 0 to 1.</summary>
    public double ScoreThreshold { get; init; }
}
