using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Insight;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Insight;

public sealed class InsightTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Days_tell_what_was_asked_and_what_people_think()
    {
        var app = await GivenPublishedAppAsync();
        var asked = await AskAsync(app, "one");
        var conversation = asked[0]["conversation_id"]!.ToString();
        await AskAsync(app, "two", new { conversation_id = conversation });
        await AskAsync(app, "three", user: Ids.New(Clock));
        Host.Models.SaysAndFails(new FaultException(new Fault(FaultKind.Upstream, "models.upstream_error", "It is overloaded.")));
        await AskAsync(app, "four");
        await AskAsync(app, "not counted", new { draft = true });
        await RateAsync(asked[0], "like");
        await RateAsync(asked[0], "dislike");

        var report = await ReportAsync(app, "?by=source");

        var total = report["total"]!;
        Assert.Equal(
            (4, 3, 2, 1, 0, 1, 0d),
            ((int)total["messages"]!, (int)total["conversations"]!, (int)total["active_users"]!, (int)total["errors"]!,
            (int)total["likes"]!, (int)total["dislikes"]!, (double)total["satisfaction"]!));
        Assert.Equal((21, 9), ((int)total["prompt_tokens"]!, (int)total["completion_tokens"]!));
        Assert.Equal(30, report["days"]!.AsArray().Count);
        Assert.Equal(4, (int)report["days"]![29]!["figures"]!["messages"]!);
        Assert.Equal("console", (string?)Assert.Single(report["groups"]!.AsArray())!["key"]);
        Assert.NotNull(total["latency_p95"]);
    }

    [Fact]
    public async Task A_day_begins_where_the_reader_is()
    {
        var app = await GivenPublishedAppAsync();
        // Half past seven in the evening of UTC is past midnight in Delhi; one in the morning is still the evening before in St. John's.
        var day = new DateTimeOffset(Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        Clock.Advance(day.AddHours(19.5) - Clock.GetUtcNow());
        await AskAsync(app, "late");
        Clock.Advance(day.AddHours(25) - Clock.GetUtcNow());
        await AskAsync(app, "early");

        Assert.Equal("1:1, 1:1", await DaysAsync(app, day, "Z"));
        Assert.Equal("0:0, 2:1", await DaysAsync(app, day, "%2B05:30"));
        Assert.Equal("2:1, 0:0", await DaysAsync(app, day, "-03:30"));
        Assert.Equal("insight.invalid_zone", (string?)(await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{app}/insight?zone=%2B05:45", expect: HttpStatusCode.BadRequest))!["code"]);
    }

    [Theory]
    [InlineData("?from=2026-02-01&to=2026-01-01", "insight.invalid_range")]
    [InlineData("?from=2020-01-01&to=2026-01-01", "insight.invalid_range")]
    [InlineData("?by=colour", "insight.invalid_by")]
    [InlineData("?zone=Europe/Berlin", "insight.invalid_zone")]
    public async Task What_cannot_be_told_is_refused(string query, string code)
    {
        var app = await GivenPublishedAppAsync();
        var problem = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/insight{query}", expect: HttpStatusCode.BadRequest);
        Assert.Equal(code, (string?)problem!["code"]);
    }

    [Fact]
    public async Task Sums_outlive_the_conversations_and_count_each_message_once()
    {
        var app = await GivenPublishedAppAsync();
        var asked = await AskAsync(app, "one");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Host.Get<RollupKeeper>().RunAsync(CancellationToken.None)));
        await CallAsync(
            HttpMethod.Delete, $"/api/v1/conversations/{asked[0]["conversation_id"]}", expect: HttpStatusCode.NoContent);

        Assert.Equal(1, (int)(await ReportAsync(app))["total"]!["messages"]!);
        Assert.Equal(0, await Host.Database.ScalarAsync<long>($"SELECT count(*) FROM studio.message_change", CancellationToken.None));
    }

    [Fact]
    public async Task Old_half_hours_become_days_and_the_numbers_stay()
    {
        var app = await GivenPublishedAppAsync();
        await AskAsync(app, "one");
        Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync(app, "two");
        var before = await ReportAsync(app);
        var store = Host.Get<InsightStore>();

        Assert.True(await store.CoarsenAsync(Clock.GetUtcNow().AddDays(1), 100, CancellationToken.None) > 0);
        Assert.Equal(0, await store.CoarsenAsync(Clock.GetUtcNow().AddDays(1), 100, CancellationToken.None));

        Assert.Equal(before["total"]!.ToJsonString(), (await ReportAsync(app))["total"]!.ToJsonString());
        Assert.True(await store.TrimPersonsAsync(
            DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(1), 100, CancellationToken.None) > 0);
        Assert.Equal(0, (int)(await ReportAsync(app))["total"]!["active_users"]!);
    }

    [Fact]
    public async Task The_numbers_of_another_workspace_are_not_there()
    {
        var app = await GivenPublishedAppAsync();
        await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{app}/insight", expect: HttpStatusCode.NotFound, workspace: Ids.New(TimeProvider.System));
    }

    private async Task<string> DaysAsync(Guid app, DateTimeOffset day, string zone)
    {
        var from = DateOnly.FromDateTime(day.UtcDateTime);
        var report = await ReportAsync(app, $"?from={from:yyyy-MM-dd}&to={from.AddDays(1):yyyy-MM-dd}&zone={zone}");
        return string.Join(", ", report["days"]!.AsArray().Select(
            row => $"{row!["figures"]!["messages"]}:{row["figures"]!["active_users"]}"));
    }

    private async Task<JsonNode> ReportAsync(Guid app, string query = "")
        => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/insight{query}"))!;

    private Task<JsonNode?> RateAsync(JsonObject asked, string rating)
        => CallAsync(
            HttpMethod.Post, $"/api/v1/messages/{asked["message_id"]}/feedback", new { rating }, HttpStatusCode.NoContent);
}
