namespace Middeck.Studio.Dify;

/// <summary>A page of one of Dify's lists.</summary>
internal sealed record DifyPage<T>(int Limit, bool HasMore, IReadOnlyList<T> Data)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    /// <summary>Reads <c>?limit=</c>.</summary>
    public static int ReadLimit(string? limit)
    {
        if (string.IsNullOrEmpty(limit))
        {
            return DefaultLimit;
        }

        return int.TryParse(limit, out var number) && number is >= 1 and <= MaxLimit
            ? number
            : throw DifyFaults.Invalid("limit", $"limit must be a whole number from 1 to {MaxLimit}.");
    }

    /// <summary>Makes the page from one row more than it shows.</summary>
    public static DifyPage<T> Of(IReadOnlyList<T> rows, int limit)
        => new(limit, rows.Count > limit, [.. rows.Take(limit)]);
}
