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

    /// <summary>Characters of text in one document, 1,000 to 1 billion. Default 150 million.</summary>
    [Range(1_000, 1_000_000_000)]
    public int MaxCharacters { get; set; } = 150_000_000;

    /// <summary>Bytes that an office file may unpack to, 1 MB to 4 GB. Default 512 MB.</summary>
    [Range(1024 * 1024, 4L * 1024 * 1024 * 1024)]
    public long MaxUnpackedBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>
    /// Bytes of a web page, a mail's text or a book's chapter, 1 MB to 256 MB. Default 16 MB. They are read as a whole and take some
    /// thirty times that in memory.
    /// </summary>
    [Range(1024 * 1024, 256L * 1024 * 1024)]
    public long MaxTreeBytes { get; set; } = 16L * 1024 * 1024;

    /// <summary>Seconds that reading the text of one PDF may take, 1 to 3,600. Default 300.</summary>
    [Range(1, 3600)]
    public int PdfTimeout { get; set; } = 300;

    /// <summary>Bytes of memory that a program may take that reads PDFs or pictures, 64 MB to 16 GB. Default 1 GB.</summary>
    [Range(64L * 1024 * 1024, 16L * 1024 * 1024 * 1024)]
    public long PdfMemoryBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Seconds that recognising the text of one picture or page may take, 1 to 3,600. Default 120.</summary>
    [Range(1, 3600)]
    public int OcrTimeout { get; set; } = 120;

    /// <summary>Pages of one PDF whose text is recognised, 1 to 100,000. Default 5,000.</summary>
    [Range(1, 100_000)]
    public int MaxOcrPages { get; set; } = 5_000;

    /// <summary>Seconds that LibreOffice may take to convert one file, 1 to 3,600. Default 180.</summary>
    [Range(1, 3600)]
    public int ConversionTimeout { get; set; } = 180;

    /// <summary>Chunks that are embedded and committed in one step, 1 to 1,000. Default 64.</summary>
    [Range(1, 1000)]
    public int EmbeddingBatch { get; set; } = 64;
}
