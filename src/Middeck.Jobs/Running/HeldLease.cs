using Middeck.Storage.Sql;

namespace Middeck.Jobs.Running;

/// <summary>A lease of this node, as its row has it.</summary>
internal sealed record HeldLease(Guid Id, int Attempt, bool CancelRequested)
{
    public static HeldLease Read(Row row) => new(row.At<Guid>(0), row.At<int>(1), row.At<bool>(2));
}
