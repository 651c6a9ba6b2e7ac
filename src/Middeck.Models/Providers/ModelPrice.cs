namespace Middeck.Models.Providers;

/// <summary>What a model costs. Amounts are decimal numbers as text; one that is left out costs nothing.</summary>
/// <param name="Currency">Three letters of ISO 4217, such as <c>CNY</c>.</param>
/// <param name="Input">Of a million tokens that go in.</param>
/// <param name="Output">Of a million tokens that come out.</param>
/// <param name="Characters">Of a million characters that are spoken.</param>
/// <param name="Minutes">Of a minute that is heard.</param>
public sealed record ModelPrice(
    string Currency, string? Input = null, string? Output = null, string? Characters = null, string? Minutes = null);
