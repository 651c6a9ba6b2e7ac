using Middeck.Core.Errors;

namespace Middeck.Core.Paging;

/// <summary>Asks for one page of a list that is ordered by key, newest first. Keys are UUIDv7, so the last key is the cursor.</summary>
/// <param name="Limit">How many rows, 1 to 100.</param>
/// <param name="After">The last key of the page before; null for the first page.</param>
public readonly record struct PageRequest(int Limit, Guid? After)
{
    /// <summary>The limit when none is given.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The largest limit.</summary>
    public const int MaxLimit = 100;

    /// <summary>Reads <c>?limit=&amp;cursor=</c>.</summary>
    /// <exception cref="FaultException"><c>paging.invalid_limit</c> or <c>paging.invalid_cursor</c>.</exception>
    public static PageRequest Parse(int? limit, string? cursor)
    {
        if (limit is < 1 or > MaxLimit)
        {
            throw new FaultException(Fault.Invalid("paging.invalid_limit", $"limit must be 1 to {MaxLimit}.", "limit"));
        }

        if (string.IsNullOrEmpty(cursor))
        {
            return new PageRequest(limit ?? DefaultLimit, null);
        }

        return Guid.TryParse(cursor, out var after)
            ? new PageRequest(limit ?? DefaultLimit, after)
            : throw new FaultException(Fault.Invalid(
                "paging.invalid_cursor", "cursor must be the next_cursor of the page before.", "cursor"));
    }

    /// <summary>How many rows to read: one more than is shown tells whether another page follows.</summary>
    public int Fetch => Limit + 1;

    /// <summary>Makes the page from the rows that were read with <see cref="Fetch"/>.</summary>
    public Page<T> ToPage<T>(IReadOnlyList<T> rows, Func<T, Guid> key)
    {
        var hasMore = rows.Count > Limit;
        IReadOnlyList<T> shown = hasMore ? [.. rows.Take(Limit)] : rows;
        return new Page<T>(shown, hasMore, hasMore ? key(shown[^1]).ToString() : null);
    }
}
