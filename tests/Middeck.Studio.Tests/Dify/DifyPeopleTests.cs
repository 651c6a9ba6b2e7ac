using System.Net;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Dify;

public sealed class DifyPeopleTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task What_people_think_of_the_answers_is_listed_with_who_they_are()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        var first = await RatedAsync(key, "ann", "like");
        var second = await RatedAsync(key, "bob", "dislike");

        var all = (await CallWithKeyAsync(HttpMethod.Get, "/v1/app/feedbacks", key))!["data"]!.AsArray();
        Assert.Equal([second, first], all.Select(one => (string?)one!["message_id"]));
        Assert.Equal(["dislike", "like"], all.Select(one => (string?)one!["rating"]));
        Assert.Equal("user", (string?)all[0]!["from_source"]);
        var next = (await CallWithKeyAsync(HttpMethod.Get, "/v1/app/feedbacks?page=2&limit=1", key))!["data"]!.AsArray();
        Assert.Equal(first, (string?)Assert.Single(next)!["message_id"]);

        var person = await CallWithKeyAsync(HttpMethod.Get, $"/v1/end-users/{all[0]!["from_end_user_id"]}", key);
        Assert.Equal(("bob", "service_api"), ((string?)person!["external_user_id"], (string?)person["type"]));
    }

    [Fact]
    public async Task Neither_the_people_nor_the_feedback_of_another_app_are_shown()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync());
        await RatedAsync(key, "ann", "like");
        var person = (string?)(await CallWithKeyAsync(HttpMethod.Get, "/v1/app/feedbacks", key))!["data"]![0]!["from_end_user_id"];
        var other = await GivenKeyAsync(await GivenPublishedAppAsync());

        Assert.Empty((await CallWithKeyAsync(HttpMethod.Get, "/v1/app/feedbacks", other))!["data"]!.AsArray());
        var refused = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/end-users/{person}", other, expect: HttpStatusCode.NotFound);
        Assert.Equal("end_user_not_found", (string?)refused!["code"]);
        var unreadable = await CallWithKeyAsync(HttpMethod.Get, "/v1/end-users/nobody", key, expect: HttpStatusCode.NotFound);
        Assert.Equal("end_user_not_found", (string?)unreadable!["code"]);
    }

    private async Task<string> RatedAsync(string key, string user, string rating)
    {
        var answer = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "hi", inputs = new JsonObject(), user, response_mode = "blocking" });
        var message = (string)answer!["message_id"]!;
        await CallWithKeyAsync(HttpMethod.Post, $"/v1/messages/{message}/feedbacks", key, new { rating, user });
        return message;
    }
}
