using Microsoft.AspNetCore.Mvc;
using Middeck.Http.Dialects.Dify;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>Which part of a numbered list is asked for.</summary>
internal sealed record DatasetPage
{
    [FromQuery(Name = "page")]
    public string? PageText { get; init; }

    [FromQuery(Name = "limit")]
    public string? LimitText { get; init; }

    /// <summary>From 1.</summary>
    public int Number() => DifyPaging.ReadPage(PageText);

    /// <summary>1 to 100.</summary>
    public int Limit() => DifyPaging.ReadLimit(LimitText);

    /// <summary>Rows that are passed over.</summary>
    public int Offset() => (Number() - 1) * Limit();

    public DatasetList<T> Of<T>(IReadOnlyList<T> rows, long total)
        => new(rows, Offset() + (long)rows.Count < total, Limit(), total, Number());
}
