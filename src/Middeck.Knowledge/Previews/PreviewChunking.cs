using System.ComponentModel.DataAnnotations;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Previews;

/// <summary>Asks how a text would be cut. A file is sent as multipart instead: the fields <c>chunking</c> and <c>reading</c> as JSON, then the file.</summary>
public sealed record PreviewChunking
{
    /// <summary>The text, 1 to 1,000,000 characters.</summary>
    [Required]
    [StringLength(1_000_000, MinimumLength = 1)]
    public string Text { get; init; } = "";

    /// <summary>How it is cut; null for the defaults.</summary>
    public ChunkingSettings? Chunking { get; init; }
}
