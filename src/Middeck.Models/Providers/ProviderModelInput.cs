using Middeck.Models.Gateway;

namespace Middeck.Models.Providers;

/// <summary>A model as a request names it.</summary>
/// <param name="Name">1 to 200 characters without white space.</param>
/// <param name="Type">What it does; guessed from the name when it is left out.</param>
/// <param name="ContextLength">Tokens, when known.</param>
/// <param name="Enabled">On unless it says false.</param>
/// <param name="Price">What it costs, when known.</param>
public sealed record ProviderModelInput(
    string Name, ModelType? Type = null, int? ContextLength = null, bool? Enabled = null, ModelPrice? Price = null);
