namespace Middeck.Knowledge.Usage;

/// <summary>What hangs on a knowledge base, for those who think of deleting it.</summary>
/// <param name="Apps">Apps that use it and that the caller may see.</param>
/// <param name="AppCount">All apps that use it.</param>
/// <param name="DocumentCount">Documents that would go with it.</param>
/// <param name="ChunkCount">Chunks that would go with it.</param>
internal sealed record BaseUsage(IReadOnlyList<KnowledgeUser> Apps, int AppCount, long DocumentCount, long ChunkCount);
