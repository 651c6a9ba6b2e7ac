namespace Middeck.Models.Usage;

/// <summary>The tokens of one call.</summary>
/// <param name="Input">What went in.</param>
/// <param name="Output">What came out.</param>
/// <param name="IsEstimated">Whether we counted, because the provider did not say.</param>
internal readonly record struct TokenCount(long Input, long Output, bool IsEstimated);
