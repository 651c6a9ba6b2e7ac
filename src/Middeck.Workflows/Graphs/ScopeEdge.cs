namespace Middeck.Workflows.Graphs;

/// <summary>An edge as its source sees it.</summary>
/// <param name="Target">The index of the node at its end.</param>
/// <param name="Handle">Which outcome of the source takes it; <c>source</c> for any success.</param>
internal readonly record struct ScopeEdge(int Target, string Handle)
{
    public const string Source = "source";
    public const string SuccessBranch = "success-branch";
    public const string FailBranch = "fail-branch";

    /// <summary>Whether a success takes it that names no handle.</summary>
    public bool IsPlain => Handle is Source or SuccessBranch;
}
