using Middeck.Models.Gateway;

namespace Middeck.Models.Catalogue;

/// <summary>A model that can be chosen.</summary>
/// <param name="Id"><c>provider/model</c>.</param>
/// <param name="Provider">The provider's name.</param>
/// <param name="Name">The model's name with the provider.</param>
/// <param name="Type">What it does.</param>
/// <param name="ContextLength">Tokens; null when not known.</param>
public sealed record ModelEntry(string Id, string Provider, string Name, ModelType Type, int? ContextLength);
