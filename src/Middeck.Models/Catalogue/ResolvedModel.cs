using Middeck.Models.Gateway;

namespace Middeck.Models.Catalogue;

/// <summary>A model that can be called, and how.</summary>
internal sealed record ResolvedModel(ProviderConnection Connection, string Model, ModelType Type)
{
    public string FullName => $"{Connection.Name}/{Model}";
}
