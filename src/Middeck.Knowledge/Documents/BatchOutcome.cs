using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>What became of one document of a batch.</summary>
/// <param name="Id">The document.</param>
/// <param name="Ok">Whether it was done.</param>
/// <param name="Code">Why not.</param>
/// <param name="Detail">Why not, for people.</param>
internal sealed record BatchOutcome(Guid Id, bool Ok, string? Code = null, string? Detail = null)
{
    public static BatchOutcome Done(Guid id) => new(id, true);

    public static BatchOutcome Refused(Guid id, FaultException why) => new(id, false, why.Fault.Code, why.Fault.Detail);
}
