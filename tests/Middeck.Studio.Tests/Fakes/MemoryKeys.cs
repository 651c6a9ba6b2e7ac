using System.Collections.Concurrent;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Keys;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Keys of apps, in memory.</summary>
internal sealed class MemoryKeys : IApiKeys
{
    private readonly ConcurrentDictionary<string, (Guid Id, CreateApiKey Request)> _keys = new();
    private readonly ConcurrentDictionary<Guid, bool> _suspended = new();

    public Task<NewApiKey> CreateAsync(CreateApiKey request, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var key = $"app-{id:N}";
        _keys[key] = (id, request);
        return Task.FromResult(new NewApiKey(id, request.Name, key, DateTimeOffset.UnixEpoch));
    }

    public Task<Page<ApiKey>> ListAsync(
        Guid workspaceId, ApiKeyKind kind, Guid? resourceId, PageRequest page, CancellationToken cancellationToken)
        => Task.FromResult(new Page<ApiKey>(
            [.. _keys.Values
                .Where(key => key.Request.WorkspaceId == workspaceId && key.Request.ResourceId == resourceId)
                .Select(key => new ApiKey(key.Id, key.Request.Name, "app-…", [], DateTimeOffset.UnixEpoch, null, null))],
            HasMore: false, NextCursor: null));

    public Task<bool> RevokeAsync(Guid workspaceId, Guid keyId, CancellationToken cancellationToken)
        => Task.FromResult(_keys.Where(key => key.Value.Id == keyId && key.Value.Request.WorkspaceId == workspaceId)
            .ToList().TrueForAll(key => _keys.TryRemove(key)));

    public Task<bool> RevokeAsync(Guid workspaceId, ApiKeyKind kind, Guid keyId, CancellationToken cancellationToken)
        => RevokeAsync(workspaceId, keyId, cancellationToken);

    public Task SuspendResourceAsync(
        Guid workspaceId, Guid resourceId, bool suspended, CancellationToken cancellationToken)
    {
        _suspended[resourceId] = suspended;
        return Task.CompletedTask;
    }

    public Task RevokeResourceAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
    {
        foreach (var key in _keys.Where(key => key.Value.Request.ResourceId == resourceId))
        {
            _keys.TryRemove(key);
        }

        return Task.CompletedTask;
    }

    /// <summary>The caller that a key stands for; null for an unknown key.</summary>
    public Caller? Authenticate(string key)
        => _keys.TryGetValue(key, out var found) && !_suspended.GetValueOrDefault(found.Request.ResourceId!.Value)
            ? new Caller
            {
                Kind = CallerKind.AppKey,
                KeyId = found.Id,
                WorkspaceId = found.Request.WorkspaceId,
                AppId = found.Request.ResourceId,
                Permissions = new HashSet<string> { Permissions.Service.App },
            }
            : null;
}
