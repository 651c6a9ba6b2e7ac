using System.ComponentModel.DataAnnotations;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Uploads;

/// <summary>Announces a file that will come in parts.</summary>
public sealed record BeginUpload
{
    /// <summary>The file's name.</summary>
    [Required]
    [StringLength(1000, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>Bytes of the whole file.</summary>
    [Range(1, long.MaxValue)]
    public long Size { get; init; }

    /// <summary>What the whole file hashes to, 64 hex digits; null when it is not to be checked.</summary>
    [RegularExpression("^[0-9a-fA-F]{64}$")]
    public string? Sha256 { get; init; }

    /// <summary>Where the file lies in the folder that is uploaded, its name included; null for a single file.</summary>
    [StringLength(4096)]
    public string? RelativePath { get; init; }

    /// <summary>What happens when the base has it already.</summary>
    public DuplicateRule Duplicate { get; init; }
}
