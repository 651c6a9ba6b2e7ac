namespace Middeck.Http.Dialects.Dify;

/// <summary>Reads which page of a list is asked for.</summary>
public static class DifyPaging
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    // Keeps the rows that are passed over countable in 32 bits.
    private const int MaxPage = 1_000_000;

    /// <summary>Reads <c>?limit=</c>: 1 to 100, 20 when it is left out.</summary>
    public static int ReadLimit(string? limit) => Read("limit", limit, DefaultLimit, MaxLimit);

    /// <summary>Reads <c>?page=</c>: from 1, which is the first.</summary>
    public static int ReadPage(string? page) => Read("page", page, 1, MaxPage);

    private static int Read(string field, string? text, int none, int max)
    {
        if (string.IsNullOrEmpty(text))
        {
            return none;
        }

        return int.TryParse(text, out var number) && number >= 1 && number <= max
            ? number
            : throw DifyFaults.Invalid(field, $"{field} must be a whole number from 1 to {max}.");
    }
}
