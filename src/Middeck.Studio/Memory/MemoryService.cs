using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Memory;

/// <summary>Lets people see and change what an app remembers of them, and builders what it remembers of its end users.</summary>
internal sealed class MemoryService(MemoryFactStore store, AppAccess access, AuditTrail audit)
{
    private const string ObjectKind = "memory_fact";

    public async Task<Page<MemoryFact>> ListAsync(
        Caller caller, Guid userId, Guid appId, Guid? endUserId, PageRequest page, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(caller, userId, appId, endUserId, cancellationToken);
        return page.ToPage(await store.ListAsync(owner, page, cancellationToken), row => row.Id).Select(MemoryFact.From);
    }

    public async Task<MemoryFact> UpdateAsync(
        Caller caller, Guid userId, Guid appId, Guid? endUserId, Guid id, string text, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(caller, userId, appId, endUserId, cancellationToken);
        var line = text.ReplaceLineEndings(" ").Trim();
        if (line.Length == 0 || !StorableJson.IsStorable(line))
        {
            throw MemoryFaults.InvalidText();
        }

        var row = await store.UpdateAsync(owner, id, line, cancellationToken) ?? throw MemoryFaults.FactNotFound();
        audit.About(ObjectKind, id);
        return MemoryFact.From(row);
    }

    public async Task DeleteAsync(
        Caller caller, Guid userId, Guid appId, Guid? endUserId, Guid id, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(caller, userId, appId, endUserId, cancellationToken);
        if (!await store.DeleteAsync(owner, id, cancellationToken))
        {
            throw MemoryFaults.FactNotFound();
        }

        audit.About(ObjectKind, id);
    }

    public async Task ClearAsync(
        Caller caller, Guid userId, Guid appId, Guid? endUserId, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(caller, userId, appId, endUserId, cancellationToken);
        var gone = await store.ClearAsync(owner, cancellationToken);
        audit.About("app", appId).Change(new { Facts = gone, EndUserId = endUserId }, null);
    }

    private async Task<MemoryOwner> OwnerAsync(
        Caller caller, Guid userId, Guid appId, Guid? endUserId, CancellationToken cancellationToken)
    {
        if (endUserId is not { } endUser)
        {
            await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
            return new MemoryOwner(caller.WorkspaceId, appId, Person.User(userId));
        }

        if (!caller.Has(Permissions.Apps.Logs))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Apps.Logs));
        }

        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        return await store.HasEndUserAsync(caller.WorkspaceId, appId, endUser, cancellationToken)
            ? new MemoryOwner(caller.WorkspaceId, appId, Person.EndUser(endUser))
            : throw MemoryFaults.EndUserNotFound();
    }
}
