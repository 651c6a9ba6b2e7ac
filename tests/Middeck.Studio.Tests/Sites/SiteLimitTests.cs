using System.Net;
using System.Net.Http.Json;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class SiteLimitTests(PostgresFixture postgres) : SiteTest(postgres)
{
    [Fact]
    public async Task A_visitor_asks_as_often_in_a_minute_and_on_a_day_as_the_page_allows()
    {
        var (_, token) = await GivenPageAsync(new { requests_per_minute = 2, requests_per_day = 3 });
        var visitor = await ArriveAsync(token);
        await AskAsVisitorAsync(token, visitor, "One");
        await AskAsVisitorAsync(token, visitor, "Two");

        using var refused = await SendAsVisitorAsync(
            HttpMethod.Post, token, "chat", visitor, JsonContent.Create(new { query = "Three" }));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        // Another one is not held up.
        await AskAsVisitorAsync(token, await ArriveAsync(token), "Mine");

        Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsVisitorAsync(token, visitor, "Three");
        Clock.Advance(TimeSpan.FromMinutes(1));
        // Deleting what was asked gives nothing back.
        foreach (var talk in (await VisitAsync(HttpMethod.Get, token, "conversations", visitor))!["data"]!.AsArray())
        {
            await VisitAsync(
                HttpMethod.Delete, token, $"conversations/{(Guid)talk!["id"]!}", visitor, expect: HttpStatusCode.NoContent);
        }

        var problem = await VisitAsync(
            HttpMethod.Post, token, "chat", visitor, new { query = "Four" }, HttpStatusCode.TooManyRequests);
        Assert.Equal("sites.too_many_today", CodeOf(problem));
        Clock.Advance(TimeSpan.FromDays(1));
        await AskAsVisitorAsync(token, visitor, "Four");
    }

    [Fact]
    public async Task An_address_that_comes_as_ever_new_visitors_is_held_up_as_well()
    {
        var (_, token) = await GivenPageAsync(new { requests_per_minute = 1 });
        for (var i = 0; i < 20; i++)
        {
            await AskAsVisitorAsync(token, await ArriveAsync(token), "One");
        }

        await VisitAsync(
            HttpMethod.Post, token, "chat", await ArriveAsync(token), new { query = "One" }, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_visitor_gets_as_many_answers_at_a_time_as_the_page_allows()
    {
        var (_, token) = await GivenPageAsync(new { concurrent_answers = 1 });
        var visitor = await ArriveAsync(token);
        var held = new HeldModel();
        Host.Models.Script = held.AnswerAsync;
        using var first = await SendAsVisitorAsync(
            HttpMethod.Post, token, "chat", visitor, JsonContent.Create(new { query = "Long" }));
        await held.Asked;

        var problem = await VisitAsync(
            HttpMethod.Post, token, "chat", visitor, new { query = "Second" }, HttpStatusCode.TooManyRequests);

        Assert.Equal("sites.too_many_at_once", CodeOf(problem));
        held.End();
        await ReadEventsAsync(first);
        Host.Models.Says("Second.");
        await AskAsVisitorAsync(token, visitor, "Second");
    }
}
