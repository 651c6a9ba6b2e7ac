using Middeck.Core.Identifiers;

namespace Middeck.Jobs.Running;

/// <summary>This process among the nodes. A process that was restarted is another one: its old leases are not its own.</summary>
internal sealed class Node(TimeProvider clock)
{
    public Guid Id { get; } = Ids.New(clock);
}
