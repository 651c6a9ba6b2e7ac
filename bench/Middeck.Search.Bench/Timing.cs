namespace Middeck.Search.Bench;

/// <summary>Milliseconds.</summary>
internal readonly record struct Timing(double Median, double P95, double P99);
