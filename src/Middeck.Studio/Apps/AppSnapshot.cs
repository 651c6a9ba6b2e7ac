using Middeck.Studio.Configuration;

namespace Middeck.Studio.Apps;

/// <summary>An app in the form in which it is run.</summary>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="Id">The app.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people.</param>
/// <param name="Mode">The kind.</param>
/// <param name="Version">The published version; null for the draft.</param>
/// <param name="Config">What it does.</param>
internal sealed record AppSnapshot(
    Guid WorkspaceId, Guid Id, string Name, string Description, string Mode, int? Version, AppConfig Config)
{
    /// <summary>The version's key, which Dify calls the workflow's; null for a draft.</summary>
    public Guid? VersionId { get; init; }

    /// <summary>What a run says that it runs.</summary>
    public string WorkflowId => (VersionId ?? Id).ToString();
}
