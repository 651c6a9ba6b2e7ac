using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Sources;

/// <summary>Which files of the server are read.</summary>
public sealed record FolderSettings
{
    /// <summary>An absolute path in one of the folders of <c>knowledge.source_folders</c>.</summary>
    [Required]
    [StringLength(4000, MinimumLength = 1)]
    public string Path { get; init; } = "";

    /// <summary>Only paths below it that match one of these, <c>*</c> for anything; all when empty.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>No paths that match one of these.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
