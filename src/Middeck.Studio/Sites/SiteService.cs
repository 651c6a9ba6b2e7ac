using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Sites;

/// <summary>Reads and changes how an app's public page looks.</summary>
internal sealed class SiteService(SiteStore store, AppAccess access, AppAnnouncer announcer, TimeProvider clock)
{
    public async Task<SiteSettings> FindAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return await store.FindAsync(caller.WorkspaceId, appId, cancellationToken) ?? throw AppFaults.NotFound();
    }

    public async Task<SiteSettings> SaveAsync(
        Caller caller, Guid appId, SiteSettings settings, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        RefuseUnstorable(settings);
        var before = await store.FindAsync(caller.WorkspaceId, appId, cancellationToken);
        await store.SaveAsync(caller.WorkspaceId, appId, settings, caller.UserId, clock.GetUtcNow(), cancellationToken);
        audit.About("app", appId, app.Name).Change(new { Site = before }, new { Site = settings });
        announcer.Changed(caller.WorkspaceId, appId);
        return settings;
    }

    private static void RefuseUnstorable(SiteSettings settings)
    {
        foreach (var member in JsonSerializer.SerializeToElement(settings, Json.Snake).EnumerateObject())
        {
            if (!StorableJson.IsStorable(member.Value))
            {
                throw new FaultException(Fault.Invalid(
                    "apps.invalid_text", $"{member.Name} holds a character that cannot be kept, such as NUL.", member.Name));
            }
        }
    }
}
