using Middeck.Models.Gateway;

namespace Middeck.Models.Providers;

/// <summary>A model that a provider offers.</summary>
/// <param name="Name">The provider's own name for it; may hold slashes and colons.</param>
/// <param name="Type">What it does.</param>
/// <param name="ContextLength">Tokens that go in and come out together; null when not known.</param>
/// <param name="Enabled">Whether it may be called.</param>
/// <param name="Price">What it costs; null where nobody has said it.</param>
public sealed record ProviderModel(
    string Name, ModelType Type, int? ContextLength = null, bool Enabled = true, ModelPrice? Price = null);
