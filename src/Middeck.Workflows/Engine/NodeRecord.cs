namespace Middeck.Workflows.Engine;

/// <summary>
/// A node that has ended, with everything that a later resumption needs: whoever keeps these can continue the run after a crash, and
/// no node of them runs again.
/// </summary>
/// <param name="Key">
/// The node's place in the run, unique in it: its id, inside of containers after those of the containers with the number of the item
/// or round, as in <c>loop[2]/iteration[0]/llm</c>.
/// </param>
/// <param name="Status">How it ended.</param>
/// <param name="Result">What it handed back.</param>
public sealed record NodeRecord(string Key, NodeStatus Status, NodeResult Result);
