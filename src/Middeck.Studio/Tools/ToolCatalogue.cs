namespace Middeck.Studio.Tools;

/// <summary>
/// All tools of a workspace, wherever they come from. Nodes of workflows call tools, and workflows are tools: so the sources are
/// looked for when the first tool is.
/// </summary>
internal sealed class ToolCatalogue(Lazy<IReadOnlyList<IToolSource>> sources)
{
    /// <summary>The tool; null when there is no such tool.</summary>
    public async Task<ITool?> FindAsync(Guid workspaceId, ToolReference reference, CancellationToken cancellationToken)
    {
        foreach (var source in sources.Value)
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
        foreach (var source in sources.Value)
        {
            all.AddRange(await source.ListAsync(workspaceId, cancellationToken));
        }

        return all;
    }
}
