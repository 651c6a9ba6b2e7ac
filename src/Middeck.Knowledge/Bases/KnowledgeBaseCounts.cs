namespace Middeck.Knowledge.Bases;

/// <summary>What is in a base.</summary>
internal sealed record KnowledgeBaseCounts(
    long Documents, long Chunks, long Characters, long Failed, long Processing);
