using Middeck.Core.Errors;
using Middeck.Core.Paging;

namespace Middeck.Core.Tests.Paging;

public sealed class PageRequestTests
{
    private static readonly Guid[] Keys = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(5, 5, false)]
    [InlineData(9, 5, false)]
    public void A_page_shows_its_limit_and_says_whether_more_follow(int limit, int shown, bool more)
    {
        var request = PageRequest.Parse(limit, null);

        var page = request.ToPage([.. Keys.Take(request.Fetch)], key => key);

        Assert.Equal(shown, page.Data.Count);
        Assert.Equal(more, page.HasMore);
        Assert.Equal(more ? Keys[shown - 1].ToString() : null, page.NextCursor);
    }

    [Theory]
    [InlineData(0, null, "paging.invalid_limit")]
    [InlineData(101, null, "paging.invalid_limit")]
    [InlineData(10, "'; DROP TABLE x; --", "paging.invalid_cursor")]
    public void What_cannot_be_a_page_is_refused_by_name(int limit, string? cursor, string code)
    {
        var refusal = Assert.Throws<FaultException>(() => PageRequest.Parse(limit, cursor));

        Assert.Equal(code, refusal.Fault.Code);
    }
}
