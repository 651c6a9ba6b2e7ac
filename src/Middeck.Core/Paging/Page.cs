namespace Middeck.Core.Paging;

/// <summary>One page of a list.</summary>
/// <param name="Data">The rows, in the list's order.</param>
/// <param name="HasMore">Whether another page follows.</param>
/// <param name="NextCursor">Hand it back as <c>cursor</c> for the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Data, bool HasMore, string? NextCursor)
{
    /// <summary>Changes the rows and keeps the place.</summary>
    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Data.Select(map)], HasMore, NextCursor);
}
