using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Documents;

/// <summary>Changes a document; what is null stays.</summary>
public sealed record UpdateDocument
{
    /// <summary>Its file name, 1 to 255 characters.</summary>
    [StringLength(255, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>Whether searches may find it.</summary>
    public bool? Enabled { get; init; }
}
