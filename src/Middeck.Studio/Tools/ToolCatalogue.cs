namespace Middeck.Studio.Tools;

/// <summary>All tools of a workspace, wherever they come from.</summary>
internal sealed class ToolCatalogue(IEnumerable<IToolSource> sources)
{
    /// <summary>The tool; null when there is no such tool.</summary>
    public async Task<ITool?> FindAsync(Guid workspaceId, ToolReference reference, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(workspaceId, reference, cancellationToken) is { } tool)
            {
                return tool;
            }
        }

        return null;
    }

    public async Task<IReadOnlyList<OfferedTool>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var all = new List<OfferedTool>();
        foreach (var source in sources)
        {
            all.AddRange(await source.ListAsync(workspaceId, cancellationToken));
        }

        return all;
    }
}
