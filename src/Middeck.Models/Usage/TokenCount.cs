namespace Middeck.Models.Usage;

/// <summary>What one call used.</summary>
/// <param name="Input">Tokens that went in.</param>
/// <param name="Output">Tokens that came out.</param>
/// <param name="IsEstimated">Whether we counted, because the provider did not say.</param>
internal readonly record struct TokenCount(long Input, long Output, bool IsEstimated)
{
    /// <summary>Characters that were spoken.</summary>
    public long Characters { get; init; }

    /// <summary>Seconds that were heard; null when nobody counted them.</summary>
    public double? Seconds { get; init; }
}
