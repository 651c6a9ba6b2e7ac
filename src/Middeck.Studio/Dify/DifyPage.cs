namespace Middeck.Studio.Dify;

/// <summary>A page of one of Dify's lists.</summary>
internal sealed record DifyPage<T>(int Limit, bool HasMore, IReadOnlyList<T> Data)
{
    /// <summary>Makes the page from one row more than it shows.</summary>
    public static DifyPage<T> Of(IReadOnlyList<T> rows, int limit)
        => new(limit, rows.Count > limit, [.. rows.Take(limit)]);
}
