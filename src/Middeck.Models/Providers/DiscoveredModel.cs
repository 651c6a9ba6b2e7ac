using Middeck.Models.Gateway;

namespace Middeck.Models.Providers;

/// <summary>A model that a provider says it has.</summary>
/// <param name="Name">The provider's name for it.</param>
/// <param name="Type">Guessed from the name; people can correct it.</param>
public sealed record DiscoveredModel(string Name, ModelType Type);
