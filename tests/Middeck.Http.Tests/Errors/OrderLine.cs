using System.ComponentModel.DataAnnotations;

namespace Middeck.Http.Tests.Errors;

/// <summary>A part of a body.</summary>
public sealed record OrderLine
{
    [Range(1, 9)]
    public int UnitPrice { get; init; } = 1;
}
