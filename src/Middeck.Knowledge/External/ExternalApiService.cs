using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Storage.Secrets;

namespace Middeck.Knowledge.External;

/// <summary>Makes, changes, checks and lists external knowledge APIs.</summary>
internal sealed class ExternalApiService(
    ExternalApiStore apis, ExternalClient client, ISecretVault vault, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "external_knowledge_api";
    private const string NoKnowledge = "middeck-check";

    public async Task<ExternalApi> CreateAsync(
        Caller caller, CreateExternalApi request, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var now = clock.GetUtcNow();
        var row = new ExternalApiRow(
            id,
            caller.WorkspaceId,
            request.Name.Trim(),
            request.Description?.Trim() ?? "",
            EndpointOf(request.Endpoint),
            vault.Encrypt(request.ApiKey, ExternalApiRow.PurposeOf(id)),
            HintOf(request.ApiKey),
            caller.IsInstallationAdmin,
            now,
            now);
        await apis.InsertAsync(row, caller.UserId, cancellationToken);
        audit.About(ObjectKind, id, row.Name).Change(null, Facts(row));
        return ExternalApi.From(row);
    }

    public async Task<Page<ExternalApi>> ListAsync(Caller caller, PageRequest page, CancellationToken cancellationToken)
        => (await apis.PageAsync(caller.WorkspaceId, page, cancellationToken)).Select(ExternalApi.From);

    public async Task<ExternalApi> GetAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => ExternalApi.From(await FindAsync(caller, id, cancellationToken));

    public async Task<ExternalApi> UpdateAsync(
        Caller caller, Guid id, UpdateExternalApi request, CancellationToken cancellationToken)
    {
        var before = await FindAsync(caller, id, cancellationToken);
        var endpoint = request.Endpoint is null ? before.Endpoint : EndpointOf(request.Endpoint);
        if (endpoint != before.Endpoint && request.ApiKey is null)
        {
            throw ExternalFaults.KeyNeeded();
        }

        var after = before with
        {
            Name = request.Name?.Trim() ?? before.Name,
            Description = request.Description?.Trim() ?? before.Description,
            Endpoint = endpoint,
            ApiKey = request.ApiKey is { } key ? vault.Encrypt(key, ExternalApiRow.PurposeOf(id)) : before.ApiKey,
            ApiKeyHint = request.ApiKey is { } given ? HintOf(given) : before.ApiKeyHint,
            Trusted = caller.IsInstallationAdmin || (before.Trusted && endpoint == before.Endpoint),
            UpdatedAt = clock.GetUtcNow(),
        };
        await apis.UpdateAsync(after, cancellationToken);
        audit.About(ObjectKind, id, after.Name).Change(Facts(before), Facts(after));
        return ExternalApi.From(after);
    }

    public async Task DeleteAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller, id, cancellationToken);
        if (!await apis.DeleteUnusedAsync(caller.WorkspaceId, id, cancellationToken))
        {
            throw ExternalFaults.InUse();
        }

        audit.About(ObjectKind, id, row.Name).Change(Facts(row), null);
    }

    /// <summary>Asks it something. Without the id of a knowledge, "there is no such knowledge" is a good answer: address and key are right.</summary>
    public async Task<ExternalCheck> CheckAsync(
        Caller caller, Guid id, CheckExternalApi request, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller, id, cancellationToken);
        var start = clock.GetTimestamp();
        try
        {
            var records = await client.RetrieveAsync(
                row,
                ExternalRetrieval.Of(request.ExternalKnowledgeId ?? NoKnowledge, request.Query ?? "check", 1, 0, null),
                cancellationToken);
            return new ExternalCheck(true, null, null, request.ExternalKnowledgeId is null ? null : records.Count, Taken());
        }
        catch (FaultException ex)
        {
            var isWell = ex.Fault.Code == ExternalFaults.KnowledgeMissing && request.ExternalKnowledgeId is null;
            return new ExternalCheck(isWell, isWell ? null : ex.Fault.Code, isWell ? null : ex.Fault.Detail, null, Taken());
        }

        double Taken() => Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1);
    }

    private static string EndpointOf(string endpoint)
        => Uri.TryCreate(endpoint.Trim(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
                ? endpoint.Trim().TrimEnd('/')
                : throw ExternalFaults.InvalidEndpoint();

    private static string HintOf(string key) => key.Length > 8 ? key[^4..] : "";

    private static object Facts(ExternalApiRow row) => new { row.Name, row.Description, row.Endpoint };

    private async Task<ExternalApiRow> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => await apis.FindAsync(caller.WorkspaceId, id, cancellationToken) ?? throw ExternalFaults.NoApi();
}
