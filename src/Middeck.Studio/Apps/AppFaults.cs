using Middeck.Core.Errors;

namespace Middeck.Studio.Apps;

/// <summary>The refusals about apps.</summary>
internal static class AppFaults
{
    public static FaultException NotFound()
        => new(Fault.NotFound("apps.not_found", "The app does not exist in this workspace."));

    public static FaultException NotPublished() => new(Fault.Conflict(
        "apps.not_published", "The app has no published version. Publish it first."));

    public static FaultException VersionNotFound(int version)
        => new(Fault.NotFound("apps.version_not_found", $"The app has no version {version}."));

    public static FaultException KeyNotFound()
        => new(Fault.NotFound("apps.key_not_found", "The app has no such key."));

    /// <param name="current">The draft as it is now.</param>
    /// <param name="savedBy">The name of who saved it; null when a program did, or somebody who is gone.</param>
    public static FaultException DraftConflict(AppDraft current, string? savedBy) => new(new Fault(
        FaultKind.Conflict,
        "apps.draft_conflict",
        "Somebody else saved this draft since it was opened. Take over their changes, then save again.",
        Extensions: new Dictionary<string, object?>
        {
            ["current_revision"] = current.Revision,
            ["current"] = new Dictionary<string, object?>
            {
                ["revision"] = current.Revision,
                ["config"] = current.Config,
                ["updated_at"] = current.UpdatedAt,
                ["updated_by"] = current.UpdatedBy,
                ["updated_by_name"] = savedBy,
            },
        }));
}
