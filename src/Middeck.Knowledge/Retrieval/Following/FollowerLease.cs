namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>The right to write to an index of a base for a while.</summary>
internal sealed record FollowerLease(Guid BaseId, string Backend, Guid Holder, long Revision);
