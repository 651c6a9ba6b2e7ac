using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>How documents are cleaned and cut into chunks.</summary>
public sealed record ChunkingSettings
{
    /// <summary>The chunker's name.</summary>
    [Required]
    public string Mode { get; init; } = "general";

    /// <summary>Where a chunk always ends; <c>\n</c> and <c>\t</c> may be written with a backslash. Empty for length alone.</summary>
    [StringLength(50)]
    public string Separator { get; init; } = "\n\n";

    /// <summary>Characters of a chunk, 50 to 4,000.</summary>
    [Range(50, 4000)]
    public int MaxLength { get; init; } = 500;

    /// <summary>Characters that a chunk repeats of the one before, where one passage had to be cut; at most half of the length.</summary>
    [Range(0, 2000)]
    public int Overlap { get; init; } = 50;

    /// <summary>Whether runs of white space become one.</summary>
    public bool RemoveExtraSpaces { get; init; } = true;

    /// <summary>Whether web and mail addresses are left out.</summary>
    public bool RemoveUrlsEmails { get; init; }
}
