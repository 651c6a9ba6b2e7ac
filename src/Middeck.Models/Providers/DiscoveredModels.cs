namespace Middeck.Models.Providers;

/// <summary>What a provider says it has; nothing of it is added by asking.</summary>
/// <param name="Models">In the order of their names.</param>
public sealed record DiscoveredModels(IReadOnlyList<DiscoveredModel> Models);
