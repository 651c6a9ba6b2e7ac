using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Storage.Secrets;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Extensions;

/// <summary>Makes, changes, checks and lists API extensions.</summary>
internal sealed class ApiExtensionService(
    ApiExtensionStore store, ApiExtensionClient client, ISecretVault vault, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "api_extension";

    public async Task<ApiExtension> CreateAsync(
        Caller caller, CreateApiExtension request, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var now = clock.GetUtcNow();
        var key = KeyOf(request.ApiKey);
        var row = new ApiExtensionRow(
            id, caller.WorkspaceId, NameOf(request.Name), UrlOf(request.Url),
            vault.Encrypt(key, ApiExtensionRow.PurposeOf(id)), HintOf(key), now, now);
        await store.InsertAsync(row, caller.UserId, cancellationToken);
        audit.About(ObjectKind, id, row.Name).Change(null, Facts(row));
        return ApiExtension.From(row);
    }

    public async Task<Page<ApiExtension>> ListAsync(Caller caller, PageRequest page, CancellationToken cancellationToken)
        => page.ToPage(await store.ListAsync(caller.WorkspaceId, page, cancellationToken), row => row.Id)
            .Select(ApiExtension.From);

    public async Task<ApiExtension> GetAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => ApiExtension.From(await FindAsync(caller, id, cancellationToken));

    public async Task<ApiExtension> UpdateAsync(
        Caller caller, Guid id, UpdateApiExtension request, CancellationToken cancellationToken)
    {
        var before = await FindAsync(caller, id, cancellationToken);
        var url = request.Url is null ? before.Url : UrlOf(request.Url);
        if (url != before.Url && request.ApiKey is null)
        {
            throw ApiExtensionFaults.KeyNeeded();
        }

        var key = request.ApiKey is null ? null : KeyOf(request.ApiKey);
        var after = before with
        {
            Name = request.Name is null ? before.Name : NameOf(request.Name),
            Url = url,
            ApiKey = key is null ? before.ApiKey : vault.Encrypt(key, ApiExtensionRow.PurposeOf(id)),
            ApiKeyHint = key is null ? before.ApiKeyHint : HintOf(key),
            UpdatedAt = clock.GetUtcNow(),
        };
        await store.UpdateAsync(after, cancellationToken);
        audit.About(ObjectKind, id, after.Name).Change(Facts(before), Facts(after));
        return ApiExtension.From(after);
    }

    /// <summary>Apps that still name it say so when they are asked.</summary>
    public async Task DeleteAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller, id, cancellationToken);
        await store.DeleteAsync(caller.WorkspaceId, id, cancellationToken);
        audit.About(ObjectKind, id, row.Name).Change(Facts(row), null);
    }

    /// <summary>Asks it for <c>{"result": "pong"}</c>.</summary>
    public async Task<ApiExtensionCheck> CheckAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller, id, cancellationToken);
        var start = clock.GetTimestamp();
        Fault? fault = null;
        try
        {
            var answer = await client.AskAsync(row, "ping", new object(), cancellationToken);
            if (answer.Member("result").Text() != "pong")
            {
                fault = ApiExtensionFaults.Broken(row.Name, "it did not say pong to ping").Fault;
            }
        }
        catch (FaultException ex)
        {
            fault = ex.Fault;
        }

        return new ApiExtensionCheck(
            fault is null, fault?.Code, fault?.Detail, Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1));
    }

    private static string NameOf(string name)
        => name.Trim() is { Length: > 0 } trimmed && StorableJson.IsStorable(trimmed)
            ? trimmed
            : throw ApiExtensionFaults.InvalidName();

    private static string UrlOf(string url)
        => Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri is { UserInfo: "", Fragment: "" }
            && StorableJson.IsStorable(url)
                ? url.Trim()
                : throw ApiExtensionFaults.InvalidUrl();

    // It goes into a header as it is.
    private static string KeyOf(string key)
        => key.Trim() is { Length: > 0 } trimmed && !trimmed.Any(letter => letter is <= ' ' or > '~')
            ? trimmed
            : throw ApiExtensionFaults.InvalidKey();

    // Four characters of a short key would give half of it away.
    private static string HintOf(string key) => key.Length >= 12 ? key[^4..] : "";

    private static object Facts(ApiExtensionRow row) => new { row.Name, row.Url };

    private async Task<ApiExtensionRow> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => await store.FindAsync(caller.WorkspaceId, id, cancellationToken) ?? throw ApiExtensionFaults.NotFound();
}
