using System.Net;
using Microsoft.AspNetCore.Builder;
using Middeck.Core.Paging;
using Middeck.Http.Tests.Hosting;

namespace Middeck.Http.Tests.Paging;

public sealed class PageRequestTests : IAsyncLifetime
{
    private readonly Guid[] _rows = [.. Enumerable.Range(0, 25)
        .Select(second => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(second)))
        .Reverse()];

    private FoundationHost _host = null!;

    [Theory]
    [InlineData("limit=0", "limit", "paging.invalid_limit")]
    [InlineData("limit=101", "limit", "paging.invalid_limit")]
    [InlineData("limit=-1", "limit", "paging.invalid_limit")]
    [InlineData("cursor=nonsense", "cursor", "paging.invalid_cursor")]
    [InlineData("cursor=%00", "cursor", "paging.invalid_cursor")]
    public async Task A_limit_or_cursor_that_cannot_be_is_named(string query, string field, string code)
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Get, $"/rows?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("limit=ten")]
    [InlineData("limit=99999999999")]
    public async Task A_limit_that_is_no_number_is_named(string query)
    {
        var (status, problem) = await _host.SendAsync(HttpMethod.Get, $"/rows?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("limit", problem.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData(1, 25)]
    [InlineData(20, 2)]
    [InlineData(25, 1)]
    [InlineData(100, 1)]
    public async Task Following_the_cursor_meets_every_row_once(int limit, int pages)
    {
        var met = new List<Guid>();
        var cursor = "";
        var count = 0;
        do
        {
            var (_, page) = await _host.SendAsync(HttpMethod.Get, $"/rows?limit={limit}&cursor={cursor}");
            met.AddRange(page.GetProperty("data").EnumerateArray().Select(row => row.GetGuid()));
            cursor = page.GetProperty("next_cursor").GetString();
            Assert.Equal(cursor is not null, page.GetProperty("has_more").GetBoolean());
            count++;
        }
        while (cursor is not null);

        Assert.Equal(_rows, met);
        Assert.Equal(pages, count);
    }

    [Fact]
    public async Task Twenty_rows_come_when_nobody_says_how_many()
        => Assert.Equal(20, (await _host.SendAsync(HttpMethod.Get, "/rows")).Body.GetProperty("data").GetArrayLength());

    public async Task InitializeAsync() => _host = await FoundationHost.StartAsync(app => app.MapGet(
        "/rows",
        (int? limit, string? cursor) =>
        {
            var request = PageRequest.Parse(limit, cursor);
            var rows = _rows.SkipWhile(row => request.After is { } after && row.CompareTo(after) >= 0).Take(request.Fetch);
            return request.ToPage([.. rows], row => row);
        }));

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
