using Middeck.Core.Paging;
using Middeck.Identity.Keys;

namespace Middeck.Knowledge.Bench;

internal sealed class NoKeys : IApiKeys
{
    public Task<NewApiKey> CreateAsync(CreateApiKey request, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    public Task<Page<ApiKey>> ListAsync(
        Guid workspaceId, ApiKeyKind kind, Guid? resourceId, PageRequest page, CancellationToken cancellationToken)
        => Task.FromResult(new Page<ApiKey>([], false, null));

    public Task<bool> RevokeAsync(Guid workspaceId, Guid keyId, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> RevokeAsync(Guid workspaceId, ApiKeyKind kind, Guid keyId, CancellationToken cancellationToken)
        => Task.FromResult(false);

    public Task RevokeResourceAsync(Guid workspaceId, Guid resourceId, CancellationToken cancellationToken)
        => Task.CompletedTask;

    public Task SuspendResourceAsync(
        Guid workspaceId, Guid resourceId, bool isSuspended, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
