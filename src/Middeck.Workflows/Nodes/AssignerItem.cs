using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>One assignment: to which variable, what, from where.</summary>
internal sealed record AssignerItem(Selector Variable, string Operation, Selector? From, Segment Constant)
{
    public bool NeedsValue => Operation is not (Assignment.Clear or Assignment.RemoveFirst or Assignment.RemoveLast);
}
