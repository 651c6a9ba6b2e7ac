namespace Middeck.Models.Providers;

/// <summary>What a test of a provider found.</summary>
/// <param name="Ok">Whether it answered as a provider of its kind does.</param>
/// <param name="LatencyMs">Milliseconds that the answer took.</param>
/// <param name="Message">The provider's own words when it refused, else a sentence of ours.</param>
/// <param name="StatusCode">Its HTTP status; null when there was no answer.</param>
/// <param name="Models">What it says it has.</param>
public sealed record ProviderTest(
    bool Ok, int LatencyMs, string Message, int? StatusCode, IReadOnlyList<DiscoveredModel> Models);
