using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Documents;

/// <summary>Does one thing to several documents of a base.</summary>
public sealed record BatchDocuments
{
    /// <summary>What is done.</summary>
    public BatchAction Action { get; init; }

    /// <summary>1 to 1,000 ids.</summary>
    [Required]
    [Length(1, 1000)]
    public IReadOnlyList<Guid> Ids { get; init; } = [];
}
