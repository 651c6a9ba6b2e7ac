using Middeck.Core.Paging;
using Middeck.Identity.Keys;

namespace Middeck.Knowledge.Tests.Fakes;

internal sealed class RecordingKeys : IApiKeys
{
    private readonly List<(Guid Workspace, ApiKey Key)> _keys = [];

    public Task<NewApiKey> CreateAsync(CreateApiKey request, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        _keys.Add((request.WorkspaceId, new ApiKey(id, request.Name, "dataset-…last", [], default, null, null)));
        return Task.FromResult(new NewApiKey(id, request.Name, "dataset-secret", default));
    }

    public Task<Page<ApiKey>> ListAsync(
        Guid workspaceId, ApiKeyKind kind, Guid? resourceId, PageRequest page, CancellationToken cancellationToken)
        => Task.FromResult(new Page<ApiKey>(
            [.. _keys.Where(entry => entry.Workspace == workspaceId).Select(entry => entry.Key)], false, null));

    public Task<bool> RevokeAsync(Guid workspaceId, Guid keyId, CancellationToken cancellationToken)
        => RevokeAsync(workspaceId, ApiKeyKind.Dataset, keyId, cancellationToken);

    public Task<bool> RevokeAsync(Guid workspaceId, ApiKeyKind kind, Guid keyId, CancellationToken cancellationToken)
        => Task.FromResult(_keys.RemoveAll(entry => entry.Workspace == workspaceId && entry.Key.Id == keyId) == 1);

    public Task SuspendResourceAsync(
        Guid workspaceId, Guid resourceId, bool suspended, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RevokeResourceAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
