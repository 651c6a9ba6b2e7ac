using Middeck.Models.Gateway;
using Middeck.Models.Providers;

namespace Middeck.Models.Catalogue;

/// <summary>A model that can be called, and how.</summary>
internal sealed record ResolvedModel(ProviderConnection Connection, string Model, ModelType Type)
{
    /// <summary>What it costs; null where nobody has said it.</summary>
    public ModelPrice? Price { get; init; }

    public string FullName => $"{Connection.Name}/{Model}";
}
