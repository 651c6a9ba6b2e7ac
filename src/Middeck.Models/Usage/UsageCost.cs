namespace Middeck.Models.Usage;

/// <summary>Money that calls cost, by the prices at the time of each call.</summary>
/// <param name="Amount">A decimal number as text.</param>
/// <param name="Currency">Such as <c>CNY</c>.</param>
public sealed record UsageCost(string Amount, string Currency);
