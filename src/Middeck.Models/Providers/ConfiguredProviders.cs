using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Models.Catalogue;
using Middeck.Storage.Secrets;
using Middeck.Storage.Sql;

namespace Middeck.Models.Providers;

/// <summary>
/// Makes the providers that the configuration names, once each: what people change or remove afterwards stays so, whatever the
/// environment says at the next start.
/// </summary>
internal sealed partial class ConfiguredProviders(
    Database database,
    ProviderProbe probe,
    ModelCatalogue catalogue,
    ISecretVault vault,
    IOptions<ModelsOptions> options,
    TimeProvider clock,
    ILogger<ConfiguredProviders> logger)
{
    // The start waits for it.
    private static readonly TimeSpan DiscoveryLimit = TimeSpan.FromSeconds(5);

    private const int MostDiscovered = 100;

    public async Task EnsureAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        foreach (var provider in ConfiguredProvider.All(options.Value))
        {
            var isKnown = await database.ScalarAsync<bool>(
                $"""
                SELECT EXISTS (SELECT FROM models.configured_provider
                WHERE workspace_id = {workspaceId} AND name = {provider.Name})
                """,
                cancellationToken);
            if (!isKnown && await CreateAsync(workspaceId, provider, cancellationToken))
            {
                await catalogue.ChangedAsync(workspaceId, cancellationToken);
                LogCreated(provider.Name);
            }
        }
    }

    private async Task<bool> CreateAsync(Guid workspaceId, ConfiguredProvider provider, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var now = clock.GetUtcNow();
        var key = ProviderRules.Key(provider.ApiKey);
        var draft = new ProviderRow
        {
            Id = id,
            WorkspaceId = workspaceId,
            Name = provider.Name,
            Kind = ProviderKinds.OpenAi,
            BaseUrl = ProviderRules.BaseUrl(provider.BaseUrl),
            ApiKeyHint = key is null ? null : key.Length >= 12 ? key[^4..] : "",
            Trusted = true,
            Enabled = true,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var row = draft with
        {
            ApiKey = key is null ? null : vault.Encrypt(key, draft.KeyPurpose),
            Models = provider.Models ?? await DiscoverAsync(draft, key, cancellationToken),
        };
        return await database.InTransactionAsync(
            async sql =>
            {
                // Two nodes that start at once: the second finds the mark.
                var marked = await sql.ExecuteAsync(
                    $"""
                    INSERT INTO models.configured_provider (workspace_id, name, created_at)
                    VALUES ({workspaceId}, {provider.Name}, {now}) ON CONFLICT DO NOTHING
                    """,
                    cancellationToken);
                return marked == 1 && await ProviderStore.InsertAsync(sql, row, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<ProviderModel>> DiscoverAsync(
        ProviderRow row, string? key, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(DiscoveryLimit);
        try
        {
            var found = await probe.DiscoverAsync(
                new ProviderConnection(row.Name, row.Kind, row.BaseUrl, key, row.Trusted), limit.Token);
            return [.. found.Take(MostDiscovered).Select(model => new ProviderModel(model.Name, model.Type))];
        }
        catch (Exception ex) when (ex is FaultException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // It may be started after us. Without a list any name is passed on, and people can ask for the list later.
            LogNotDiscovered(row.Name, ex.Message);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Information, "The provider {Provider} was made from the configuration.")]
    private partial void LogCreated(string provider);

    [LoggerMessage(LogLevel.Warning, "The provider {Provider} from the configuration did not list its models: {Reason}")]
    private partial void LogNotDiscovered(string provider, string reason);
}
