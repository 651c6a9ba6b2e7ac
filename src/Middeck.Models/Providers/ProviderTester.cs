using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Models.Builtin;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Models.Providers;

/// <summary>Tests of saved and of unsaved providers; a saved one remembers how its last test ended.</summary>
internal sealed class ProviderTester(ProviderStore store, ModelCatalogue catalogue, ProviderProbe probe, TimeProvider clock)
{
    public async Task<ProviderTest> TestAsync(
        Guid workspaceId, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (id == BuiltinProvider.Id)
        {
            return await probe.TestAsync(BuiltinProvider.Catalogued.Connection!, null, cancellationToken);
        }

        var row = await FindAsync(workspaceId, id, cancellationToken);
        var test = await TestAsync(row, Connect(row), cancellationToken);
        audit.About("model_provider", id, row.Name);
        return test;
    }

    /// <summary>Tests a saved provider over its connection and remembers how it ended.</summary>
    public async Task<ProviderTest> TestAsync(
        ProviderRow row, ProviderConnection connection, CancellationToken cancellationToken)
    {
        var chatModel = row.Models.FirstOrDefault(model => model is { Enabled: true, Type: ModelType.Llm })?.Name;
        var test = await probe.TestAsync(connection, chatModel, cancellationToken);
        await store.SetStatusAsync(
            row.WorkspaceId,
            row.Id,
            test.Ok ? ProviderStatus.Ok : ProviderStatus.Failing,
            test.Ok ? null : test.Message,
            clock.GetUtcNow(),
            cancellationToken);
        return test;
    }

    public Task<ProviderTest> TestAsync(Caller caller, TestProvider request, CancellationToken cancellationToken)
        => probe.TestAsync(
            new ProviderConnection(
                request.Kind,
                request.Kind,
                ProviderRules.BaseUrl(request.BaseUrl),
                ProviderRules.Key(request.ApiKey),
                caller.IsInstallationAdmin),
            chatModel: null,
            cancellationToken);

    public async Task<DiscoveredModels> DiscoverAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        var connection = id == BuiltinProvider.Id
            ? BuiltinProvider.Catalogued.Connection!
            : Connect(await FindAsync(workspaceId, id, cancellationToken));
        return new DiscoveredModels(await probe.DiscoverAsync(connection, cancellationToken));
    }

    private async Task<ProviderRow> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => await store.FindAsync(workspaceId, id, cancellationToken) ?? throw ProviderFaults.NotFound();

    private ProviderConnection Connect(ProviderRow row)
        => catalogue.Connect(row) ?? throw new FaultException(WorkspaceModels.KeyUnreadable(row.Name));
}
