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

    /// <summary>Bytes of a web page, a mail's text or a book's chapter, which are read as a whole, 1 MB to 256 MB. Default 32 MB.</summary>
    [Range(1024 * 1024, 256L * 1024 * 1024)]
    public long MaxTreeBytes { get; set; } = 32L * 1024 * 1024;

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

    /// <summary>Chunks that are embedded and committed in one step, 1 to 1,000. Default 256.</summary>
    [Range(1, 1000)]
    public int EmbeddingBatch { get; set; } = 256;

    /// <summary>Calls to an embedding model that one document has in flight, 1 to 16. Default 2.</summary>
    [Range(1, 16)]
    public int EmbeddingConcurrency { get; set; } = 2;

    /// <summary>Calls to a chat model that one document has in flight while its chunks are enriched, 1 to 32. Default 4.</summary>
    [Range(1, 32)]
    public int EnrichmentConcurrency { get; set; } = 4;

    /// <summary>
    /// Days without a search after which the vectors of a base are removed, 0 to 3,650. The next search has them made again and
    /// goes by words meanwhile. Default 0: they are kept.
    /// </summary>
    [Range(0, 3650)]
    public int UnusedVectorsDays { get; set; }

    /// <summary>Days that the queries of a knowledge base are kept for its history, 1 to 3,650. Default 30.</summary>
    [Range(1, 3650)]
    public int QueryDays { get; set; } = 30;

    /// <summary>Documents in one knowledge base, 1 to 10 million. Default 100,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxDocuments { get; set; } = 100_000;

    /// <summary>Former versions that are kept of each document, 0 to 100. Default 5.</summary>
    [Range(0, 100)]
    public int DocumentVersions { get; set; } = 5;

    /// <summary>Uploads in parts that one person may have open at once, 1 to 1,000. Default 50.</summary>
    [Range(1, 1000)]
    public int MaxOpenUploads { get; set; } = 50;

    /// <summary>Sources of one knowledge base, 1 to 1,000. Default 50.</summary>
    [Range(1, 1000)]
    public int MaxSources { get; set; } = 50;

    /// <summary>
    /// Folders of the server that sources may read. <c>/srv/manuals</c> is for every workspace,
    /// <c>{workspace id}:/srv/manuals</c> for one. Default none.
    /// </summary>
    public string[] SourceFolders { get; set; } = [];

    /// <summary>Files that one run of a source may find, 1 to 10 million. Default 100,000.</summary>
    [Range(1, 10_000_000)]
    public int MaxSourceFiles { get; set; } = 100_000;

    /// <summary>Bytes of one web page that a source reads, 1 KB to 1 GB. Default 20 MB.</summary>
    [Range(1024, 1024L * 1024 * 1024)]
    public long MaxPageBytes { get; set; } = 20L * 1024 * 1024;

    /// <summary>Seconds that fetching one web page may take, 1 to 600. Default 30.</summary>
    [Range(1, 600)]
    public int PageTimeout { get; set; } = 30;

    /// <summary>Milliseconds between two requests to one web site, 0 to 60,000; its robots.txt may ask for more. Default 200.</summary>
    [Range(0, 60_000)]
    public int PageDelay { get; set; } = 200;

    /// <summary>Days that the history of sources is kept, 1 to 3,650. Default 90.</summary>
    [Range(1, 3650)]
    public int SourceRunDays { get; set; } = 90;

    /// <summary>Bytes of an archive that is imported, 1 KB to 1 TB. Default 2 GB.</summary>
    [Range(1024, 1024L * 1024 * 1024 * 1024)]
    public long MaxImportBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes that an imported archive may unpack to, 1 MB to 4 TB. Default 16 GB.</summary>
    [Range(1024 * 1024, 4L * 1024 * 1024 * 1024 * 1024)]
    public long MaxImportUnpackedBytes { get; set; } = 16L * 1024 * 1024 * 1024;
}
