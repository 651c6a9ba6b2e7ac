using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Keys;

namespace Middeck.Studio.Apps;

/// <summary>The keys that programs call an app with.</summary>
internal sealed class AppKeyService(AppAccess access, IApiKeys keys)
{
    public async Task<Page<ApiKey>> ListAsync(
        Caller caller, Guid appId, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        return await keys.ListAsync(caller.WorkspaceId, ApiKeyKind.App, appId, page, cancellationToken);
    }

    public async Task<NewApiKey> CreateAsync(
        Caller caller, Guid appId, string name, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var key = await keys.CreateAsync(
            new CreateApiKey(
                caller.WorkspaceId, ApiKeyKind.App, name, appId, Scopes: [], ExpiresAt: null, caller.UserId),
            cancellationToken);
        audit.About("app", appId, app.Name).Change(null, new { KeyId = key.Id, KeyName = key.Name });
        return key;
    }

    public async Task RevokeAsync(
        Caller caller, Guid appId, Guid keyId, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        if (!await BelongsAsync(caller.WorkspaceId, appId, keyId, cancellationToken)
            || !await keys.RevokeAsync(caller.WorkspaceId, ApiKeyKind.App, keyId, cancellationToken))
        {
            throw AppFaults.KeyNotFound();
        }

        audit.About("app", appId, app.Name).Change(new { KeyId = keyId }, null);
    }

    // A key of another app in the workspace must not be revoked through this one: that app may be closed to the caller.
    private async Task<bool> BelongsAsync(
        Guid workspaceId, Guid appId, Guid keyId, CancellationToken cancellationToken)
    {
        var page = new PageRequest(PageRequest.MaxLimit, null);
        while (true)
        {
            var found = await keys.ListAsync(workspaceId, ApiKeyKind.App, appId, page, cancellationToken);
            if (found.Data.Any(key => key.Id == keyId))
            {
                return true;
            }

            if (!found.HasMore)
            {
                return false;
            }

            page = page with { After = found.Data[^1].Id };
        }
    }
}
