using System.Runtime.CompilerServices;
using Middeck.Models.Catalogue;
using Middeck.Storage.Secrets;

namespace Middeck.Models.Providers;

/// <summary>Tests the providers of the whole installation.</summary>
internal sealed class ProviderReview(
    ProviderStore store, ModelCatalogue catalogue, ProviderTester tester, ISecretVault vault, TimeProvider clock) : IProviderReview
{
    public async IAsyncEnumerable<ReviewedProvider> ReviewAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (workspaceId, id) in await store.EnabledAsync(cancellationToken))
        {
            if (await store.FindAsync(workspaceId, id, cancellationToken) is { } row)
            {
                yield return new ReviewedProvider(workspaceId, id, row.Name, await TestAsync(row, cancellationToken));
            }
        }
    }

    public async Task<ProviderTest?> SetKeyAsync(Guid workspaceId, Guid id, string key, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(workspaceId, id, cancellationToken) is not { } before)
        {
            return null;
        }

        var row = ProviderKeys.With(before, ProviderRules.Key(key), vault) with { UpdatedAt = clock.GetUtcNow() };
        await store.UpdateAsync(row, cancellationToken);
        await catalogue.ChangedAsync(workspaceId, cancellationToken);
        return await TestAsync(row, cancellationToken);
    }

    private async Task<ProviderTest?> TestAsync(ProviderRow row, CancellationToken cancellationToken)
        => catalogue.Connect(row) is { } connection ? await tester.TestAsync(row, connection, cancellationToken) : null;
}
