using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Storage.Notifications;
using Middeck.Storage.Secrets;
using Middeck.Storage.Sql;

namespace Middeck.Models.Catalogue;

/// <summary>
/// Keeps each workspace's providers in memory, so that a call of a model reads nothing from the database. A change is told to
/// all nodes; the reader that finds nothing reads the rows.
/// </summary>
internal sealed partial class ModelCatalogue : IDisposable
{
    /// <summary>Carries the id of a workspace whose providers or defaults changed.</summary>
    public const string Channel = "models_changed";

    private readonly ConcurrentDictionary<Guid, Lazy<Task<WorkspaceModels>>> _workspaces = new();
    private readonly ProviderStore _providers;
    private readonly Database _database;
    private readonly ISecretVault _vault;
    private readonly INotificationBus _bus;
    private readonly ILogger<ModelCatalogue> _logger;
    private readonly IDisposable _subscription;

    public ModelCatalogue(
        ProviderStore providers,
        Database database,
        ISecretVault vault,
        INotificationBus bus,
        ILogger<ModelCatalogue> logger)
    {
        (_providers, _database, _vault, _bus, _logger) = (providers, database, vault, bus, logger);
        _subscription = bus.Subscribe(Channel, Forget, _workspaces.Clear);
    }

    public async Task<WorkspaceModels> GetAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        // One reading for all who wait, so none of them may cancel it. A change meanwhile takes the entry away: the next reads anew.
        var entry = _workspaces.GetOrAdd(
            workspaceId, id => new Lazy<Task<WorkspaceModels>>(() => ReadAsync(id, CancellationToken.None)));
        try
        {
            return await entry.Value.WaitAsync(cancellationToken);
        }
        catch when (entry.Value.IsFaulted)
        {
            _workspaces.TryRemove(KeyValuePair.Create(workspaceId, entry));
            throw;
        }
    }

    /// <summary>Call it after each change of providers, models or defaults, when it is committed.</summary>
    public async Task ChangedAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        Forget(workspaceId.ToString());
        await _bus.PublishAsync(Channel, workspaceId.ToString(), cancellationToken);
    }

    public void Dispose() => _subscription.Dispose();

    private void Forget(string workspaceId)
    {
        if (Guid.TryParse(workspaceId, out var id))
        {
            _workspaces.TryRemove(id, out _);
        }
    }

    private async Task<WorkspaceModels> ReadAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var rows = await _providers.AllAsync(workspaceId, cancellationToken);
        var defaults = await _database.QueryAsync(
            $"SELECT type, model FROM models.default_model WHERE workspace_id = {workspaceId}",
            row => KeyValuePair.Create(row.Word<ModelType>("type"), row.Get<string>("model")),
            cancellationToken);
        return new WorkspaceModels(
            [.. rows.Select(row => new CataloguedProvider(row.Name, row.Enabled, Connect(row), row.Models))],
            new Dictionary<ModelType, string>(defaults));
    }

    /// <summary>Null when the key cannot be decrypted.</summary>
    public ProviderConnection? Connect(ProviderRow row)
    {
        try
        {
            var key = row.ApiKey is null ? null : _vault.Decrypt(row.ApiKey, row.KeyPurpose);
            return new ProviderConnection(row.Name, row.Kind, row.BaseUrl, key, row.Trusted);
        }
        catch (CryptographicException ex)
        {
            LogKeyUnreadable(ex, row.Name, row.WorkspaceId);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The key of provider {Provider} in workspace {WorkspaceId} cannot be decrypted.")]
    private partial void LogKeyUnreadable(Exception exception, string provider, Guid workspaceId);
}
