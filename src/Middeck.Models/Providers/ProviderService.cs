using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Models.Builtin;
using Middeck.Models.Catalogue;
using Middeck.Models.Transports;
using Middeck.Storage.Secrets;

namespace Middeck.Models.Providers;

/// <summary>Makes, shows, changes and removes providers.</summary>
internal sealed class ProviderService(
    ProviderStore store, ModelCatalogue catalogue, TransportTable transports, ISecretVault vault, TimeProvider clock)
{
    private const string AuditKind = "model_provider";

    /// <summary>A page, newest first; the builtin one is the last of the last page.</summary>
    public async Task<Page<Provider>> ListAsync(Guid workspaceId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = await store.PageAsync(workspaceId, page, cancellationToken);
        var shown = page.ToPage(rows, row => row.Id).Select(row => row.ToProvider());
        return shown.HasMore ? shown : shown with { Data = [.. shown.Data, BuiltinProvider.Provider] };
    }

    public async Task<Provider> GetAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => id == BuiltinProvider.Id ? BuiltinProvider.Provider : (await FindAsync(workspaceId, id, cancellationToken)).ToProvider();

    public async Task<Provider> CreateAsync(
        Caller caller, CreateProvider request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var name = ProviderRules.Name(request.Name);
        RefuseKind(request.Kind);
        var row = ProviderKeys.With(
            new ProviderRow
            {
                Id = Ids.New(clock),
                WorkspaceId = caller.WorkspaceId,
                Name = name,
                Kind = request.Kind,
                BaseUrl = ProviderRules.BaseUrl(request.BaseUrl),
                Trusted = caller.IsInstallationAdmin,
                Enabled = request.Enabled ?? true,
                Models = ProviderRules.Models(request.Models),
                CreatedAt = clock.GetUtcNow(),
                UpdatedAt = clock.GetUtcNow(),
            },
            ProviderRules.Key(request.ApiKey),
            vault);
        if (!await store.InsertAsync(row, cancellationToken))
        {
            throw new FaultException(ProviderRules.Taken(name));
        }

        await catalogue.ChangedAsync(caller.WorkspaceId, cancellationToken);
        audit.About(AuditKind, row.Id, name).Change(null, Audited(row));
        return row.ToProvider();
    }

    public async Task<Provider> UpdateAsync(
        Caller caller, Guid id, UpdateProvider request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var before = await FindAsync(caller.WorkspaceId, id, cancellationToken);
        var row = before with
        {
            Name = request.Name is null ? before.Name : ProviderRules.Name(request.Name),
            Enabled = request.Enabled ?? before.Enabled,
            Models = request.Models is null ? before.Models : ProviderRules.Models(request.Models),
            UpdatedAt = clock.GetUtcNow(),
        };
        if (request.BaseUrl is not null)
        {
            row = Moved(row, ProviderRules.BaseUrl(request.BaseUrl), caller, hasNewKey: request.ApiKey is not null);
        }

        if (request.ApiKey is not null)
        {
            row = ProviderKeys.With(row, ProviderRules.Key(request.ApiKey), vault);
        }

        if (row.BaseUrl != before.BaseUrl || row.ApiKey != before.ApiKey)
        {
            // What the last test found is no longer true.
            row = row with { Status = ProviderStatus.Unknown, LastError = null, LastCheckedAt = null };
        }

        switch (await store.UpdateAsync(row, cancellationToken))
        {
            case null:
                throw ProviderFaults.NotFound();
            case false:
                throw new FaultException(ProviderRules.Taken(row.Name));
            default:
                await catalogue.ChangedAsync(caller.WorkspaceId, cancellationToken);
                audit.About(AuditKind, id, row.Name).Change(Audited(before), Audited(row));
                return row.ToProvider();
        }
    }

    public async Task DeleteAsync(Caller caller, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller.WorkspaceId, id, cancellationToken);
        await store.DeleteAsync(caller.WorkspaceId, id, cancellationToken);
        await catalogue.ChangedAsync(caller.WorkspaceId, cancellationToken);
        audit.About(AuditKind, id, row.Name).Change(Audited(row), null);
    }

    private async Task<ProviderRow> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
        => id == BuiltinProvider.Id
            ? throw ProviderFaults.BuiltinIsFixed()
            : await store.FindAsync(workspaceId, id, cancellationToken) ?? throw ProviderFaults.NotFound();

    private void RefuseKind(string kind)
    {
        transports.Of(kind);
        if (kind == ProviderKinds.Builtin)
        {
            throw ProviderFaults.BuiltinIsFixed();
        }
    }

    private static ProviderRow Moved(ProviderRow row, string baseUrl, Caller caller, bool hasNewKey)
    {
        var isSameHost = new Uri(row.BaseUrl).GetLeftPart(UriPartial.Authority)
            == new Uri(baseUrl).GetLeftPart(UriPartial.Authority);
        if (!isSameHost && row.ApiKey is not null && !hasNewKey)
        {
            throw ProviderFaults.KeyNeeded();
        }

        return row with
        {
            BaseUrl = baseUrl,
            // An administrator who sends the address, even the same, vouches for it; anybody else's new one is not to be trusted.
            Trusted = caller.IsInstallationAdmin || (row.Trusted && baseUrl == row.BaseUrl),
        };
    }

    private static object Audited(ProviderRow row) => new
    {
        row.Name,
        row.Kind,
        row.BaseUrl,
        HasKey = row.ApiKey is not null,
        row.Enabled,
        Models = row.Models.Select(model => model.Name),
        Prices = row.Models.Where(model => model.Price is not null).ToDictionary(model => model.Name, model => model.Price),
    };
}
