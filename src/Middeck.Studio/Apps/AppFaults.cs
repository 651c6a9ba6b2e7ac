using System.Text.Json;
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

    public static FaultException DraftConflict(int currentRevision, JsonElement currentConfig) => new(new Fault(
        FaultKind.Conflict,
        "apps.draft_conflict",
        "Somebody else saved this draft since it was opened. Take over their changes, then save again.",
        Extensions: new Dictionary<string, object?>
        {
            ["current_revision"] = currentRevision,
            ["current"] = new Dictionary<string, object?> { ["config"] = currentConfig },
        }));
}
