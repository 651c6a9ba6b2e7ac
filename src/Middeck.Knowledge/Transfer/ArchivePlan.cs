using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Metadata;

namespace Middeck.Knowledge.Transfer;

/// <summary>What is made of an archive that was checked.</summary>
/// <param name="Name">The base's name.</param>
/// <param name="Base">Its settings.</param>
/// <param name="Fields">Its metadata fields with their new ids, by their names.</param>
/// <param name="Documents">By their ids in the archive.</param>
/// <param name="ChunkCount">Of all documents.</param>
internal sealed record ArchivePlan(
    string Name,
    ArchivedBase Base,
    IReadOnlyDictionary<string, MetadataField> Fields,
    IReadOnlyDictionary<Guid, PlannedDocument> Documents,
    long ChunkCount)
{
    /// <summary>What the chunks of a document were made with.</summary>
    public ChunkingSettings ChunkingOf(PlannedDocument document) => document.Source.ChunkedWith ?? Base.Chunking;
}
