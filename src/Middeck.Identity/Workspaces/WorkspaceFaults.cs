using Middeck.Core.Errors;

namespace Middeck.Identity.Workspaces;

internal static class WorkspaceFaults
{
    /// <summary>The same for workspaces that do not exist and those of others.</summary>
    public static Fault NotFound { get; } = Fault.NotFound(
        "workspaces.not_found", "The workspace does not exist or you are not a member of it.");
}
