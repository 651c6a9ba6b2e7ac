using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Studio.Apps;

/// <summary>Finds an app in the form in which a person of the console runs it.</summary>
internal sealed class RunnableApps(AppAccess access, AppStore apps, PublishedApps published)
{
    /// <summary>The live version, or the draft for those who may change it.</summary>
    /// <exception cref="FaultException"><c>apps.not_found</c>, <c>apps.not_published</c>, or the refusal of the access rules.</exception>
    public async Task<AppSnapshot> OpenAsync(
        Caller caller, Guid appId, bool draft, CancellationToken cancellationToken)
    {
        if (draft && !caller.Has(Permissions.Apps.Update))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Apps.Update));
        }

        await access.FindAsync(caller, appId, draft ? AccessLevel.Edit : AccessLevel.Use, cancellationToken);
        return draft
            ? await apps.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken) ?? throw AppFaults.NotFound()
            : await published.FindAsync(appId, cancellationToken) ?? throw AppFaults.NotPublished();
    }
}
