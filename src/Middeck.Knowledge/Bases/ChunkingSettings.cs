using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>How documents are cleaned and cut into chunks.</summary>
public sealed record ChunkingSettings
{
    /// <summary>The chunker's name: <c>general</c>, <c>parent_child</c>, <c>qa</c>, <c>heading</c> or <c>table_row</c>.</summary>
    [Required]
    [StringLength(40)]
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

    /// <summary>What a parent is, in the mode <c>parent_child</c>.</summary>
    public ParentMode ParentMode { get; init; } = ParentMode.Paragraph;

    /// <summary>Where a part of a parent always ends, written like <see cref="Separator"/>.</summary>
    [StringLength(50)]
    public string ChildSeparator { get; init; } = "\n";

    /// <summary>Characters of a part of a parent, 20 to 2,000 and at most <see cref="MaxLength"/>.</summary>
    [Range(20, 2000)]
    public int ChildMaxLength { get; init; } = 200;

    /// <summary>Characters that a part repeats of the one before; at most half of its length.</summary>
    [Range(0, 1000)]
    public int ChildOverlap { get; init; }

    /// <summary>The language of questions and answers that a model writes, such as <c>Chinese</c>; null for the passage's own.</summary>
    [StringLength(50)]
    public string? QaLanguage { get; init; }
}
