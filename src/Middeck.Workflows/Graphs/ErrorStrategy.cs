namespace Middeck.Workflows.Graphs;

/// <summary>What happens when a node has failed for good.</summary>
public enum ErrorStrategy
{
    /// <summary>The run fails.</summary>
    None,

    /// <summary>The run goes on along the edges of the handle <c>fail-branch</c>.</summary>
    FailBranch,

    /// <summary>The run goes on with the outputs that the node names for this case.</summary>
    DefaultValue,
}
