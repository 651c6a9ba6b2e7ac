using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge;

/// <summary>Limits of documents and of reading them.</summary>
public sealed class KnowledgeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "knowledge";

    /// <summary>Bytes of one file, 1 KB to 2 GB. Default 100 MB.</summary>
    [Range(1024, 2L * 1024 * 1024 * 1024)]
    public long MaxUploadBytes { get; set; } = 100L * 1024 * 1024;

    /// <summary>Characters of text in one document, 1,000 to 100 million. Default 30 million.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxCharacters { get; set; } = 30_000_000;

    /// <summary>Bytes that an office file may unpack to, 1 MB to 4 GB. Default 512 MB.</summary>
    [Range(1024 * 1024, 4L * 1024 * 1024 * 1024)]
    public long MaxUnpackedBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Seconds that reading one PDF may take, 1 to 3,600. Default 300.</summary>
    [Range(1, 3600)]
    public int PdfTimeout { get; set; } = 300;

    /// <summary>Bytes of memory that reading one PDF may take, 64 MB to 16 GB. Default 1 GB.</summary>
    [Range(64L * 1024 * 1024, 16L * 1024 * 1024 * 1024)]
    public long PdfMemoryBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Chunks that are embedded and committed in one step, 1 to 1,000. Default 64.</summary>
    [Range(1, 1000)]
    public int EmbeddingBatch { get; set; } = 64;

    /// <summary>Bytes of an archive that is imported, 1 KB to 1 TB. Default 2 GB.</summary>
    [Range(1024, 1024L * 1024 * 1024 * 1024)]
    public long MaxImportBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes that an imported archive may unpack to, 1 MB to 4 TB. Default 16 GB.</summary>
    [Range(1024 * 1024, 4L * 1024 * 1024 * 1024 * 1024)]
    public long MaxImportUnpackedBytes { get; set; } = 16L * 1024 * 1024 * 1024;
}
