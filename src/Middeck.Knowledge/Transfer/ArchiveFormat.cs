namespace Middeck.Knowledge.Transfer;

/// <summary>The shape of an exported base: a ZIP of one JSON file, two of JSON lines, and the originals where they were asked for.</summary>
internal static class ArchiveFormat
{
    public const string Name = "middeck.knowledge";

    /// <summary>Goes up when older readers could no longer understand; further fields do not count.</summary>
    public const int Version = 1;

    public const string BaseEntry = "base.json";
    public const string DocumentsEntry = "documents.jsonl";
    public const string ChunksEntry = "chunks.jsonl";

    /// <summary>Where an original lies.</summary>
    public static string FileEntry(Guid documentId, string name) => $"files/{documentId}/{name}";
}
