using Middeck.Models.Providers;

namespace Middeck.Models.Catalogue;

/// <summary>A provider as the gateway knows it.</summary>
/// <param name="Name">Its name in the workspace.</param>
/// <param name="Enabled">Whether it may be called.</param>
/// <param name="Connection">Null when its key cannot be decrypted with this installation's master key.</param>
/// <param name="Models">What it offers; empty: any name is passed on.</param>
internal sealed record CataloguedProvider(
    string Name, bool Enabled, ProviderConnection? Connection, IReadOnlyList<ProviderModel> Models);
