using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Documents;

/// <summary>A file on its way into a base.</summary>
internal sealed record IncomingFile
{
    public required Guid WorkspaceId { get; init; }

    public required Guid BaseId { get; init; }

    /// <summary>Cleaned. Its extension tells the format unless <see cref="Extension"/> does.</summary>
    public required string Name { get; init; }

    public string Folder { get; init; } = "";

    /// <summary>For names without one, such as a page's title: lower case, without the dot.</summary>
    public string? Extension { get; init; }

    public Guid? By { get; init; }

    public DuplicateRule Duplicate { get; init; }

    public DocumentOrigin Origin { get; init; } = DocumentOrigin.Upload;

    /// <summary>How it is cut, for this document alone; null for as its base says, or as the document was cut before.</summary>
    public ChunkingSettings? Chunking { get; init; }

    /// <summary>The document that it is the next version of, where that is known.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>The upload in parts that it came by.</summary>
    public Guid? UploadId { get; init; }

    /// <summary>The 64 hex digits that it must hash to; null when nobody said.</summary>
    public string? Sha256 { get; init; }

    public Guid? SourceId { get; init; }

    public string? SourceKey { get; init; }

    public string? SourceVersion { get; init; }
}
