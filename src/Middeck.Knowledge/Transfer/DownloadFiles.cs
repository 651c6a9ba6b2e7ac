using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Transfer;

/// <summary>Asks for several originals in one ZIP.</summary>
public sealed record DownloadFiles
{
    /// <summary>1 to 1,000 ids of documents.</summary>
    [Required]
    [Length(1, 1000)]
    public IReadOnlyList<Guid> Ids { get; init; } = [];
}
