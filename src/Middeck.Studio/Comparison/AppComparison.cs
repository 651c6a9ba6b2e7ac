using System.Text.Json;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Comparison;

/// <summary>Compares drafts and versions of an app.</summary>
internal sealed class AppComparison(AppAccess access, AppVersionStore versions)
{
    /// <summary>What has changed from one to the other.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="appId">The app.</param>
    /// <param name="from"><c>draft</c> or a version; null for the live one, and for the draft when none is live.</param>
    /// <param name="to"><c>draft</c> or a version; null for the draft.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<JsonChange>> CompareAsync(
        Caller caller, Guid appId, string? from, string? to, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var before = from is null ? new AppSide(app.Version) : AppSide.Parse(from, "from");
        var after = to is null ? AppSide.Draft : AppSide.Parse(to, "to");
        return JsonComparison.Between(
            EnvironmentVariables.Hide(app.Mode, await ConfigAsync(caller.WorkspaceId, appId, before, cancellationToken)),
            EnvironmentVariables.Hide(app.Mode, await ConfigAsync(caller.WorkspaceId, appId, after, cancellationToken)));
    }

    /// <summary>The configuration of one side as it is kept, of an app that the caller may see.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>apps.version_not_found</c>.</exception>
    public async Task<JsonElement> ConfigAsync(
        Guid workspaceId, Guid appId, AppSide side, CancellationToken cancellationToken)
    {
        if (side.Version is { } version)
        {
            var found = await versions.FindAsync(workspaceId, appId, version, cancellationToken);
            return found?.Config ?? throw AppFaults.VersionNotFound(version);
        }

        var draft = await versions.FindDraftAsync(workspaceId, appId, cancellationToken);
        return draft?.Config ?? throw AppFaults.NotFound();
    }
}
