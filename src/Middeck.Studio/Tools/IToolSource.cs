namespace Middeck.Studio.Tools;

/// <summary>Where tools come from: ours, and those of the workspace. Each source knows its own references.</summary>
internal interface IToolSource
{
    /// <summary>The tool; null when it is none of this source.</summary>
    Task<ITool?> FindAsync(Guid workspaceId, ToolReference reference, CancellationToken cancellationToken);

    /// <summary>All that a workspace can choose from.</summary>
    Task<IReadOnlyList<OfferedTool>> ListAsync(Guid workspaceId, CancellationToken cancellationToken);
}
