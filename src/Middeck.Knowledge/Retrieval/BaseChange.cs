namespace Middeck.Knowledge.Retrieval;

/// <summary>A document whose entries changed, or that left the base.</summary>
internal readonly record struct BaseChange(Guid DocumentId, long Revision);
