using System.Net;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Annotations;

public sealed class AnnotationTests(PostgresFixture postgres) : AnnotationTest(postgres)
{
    [Fact]
    public async Task They_are_listed_newest_first_and_found_by_words()
    {
        var app = await GivenAppAsync();
        await GivenAnnotationAsync(app, "First", "100% sure");
        await GivenAnnotationAsync(app, "Second", "maybe");
        await GivenAnnotationAsync(app, "Third", "surely not");

        Assert.Equal(["Third", "Second", "First"], await QuestionsAsync(app));
        Assert.Equal(["Third", "First"], await QuestionsAsync(app, "?keyword=SURE"));
        Assert.Equal(["First"], await QuestionsAsync(app, "?keyword=0%25"));
        Assert.Empty(await QuestionsAsync(app, "?keyword=%25x"));

        var page = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/annotations?limit=2");
        Assert.Equal(["First"], await QuestionsAsync(app, $"?cursor={page!["next_cursor"]}"));
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/annotations?keyword=%00", expect: HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_is_made_from_an_answer()
    {
        var app = await GivenPublishedAppAsync();
        var events = await AskAsync(app, "When?");
        var message = (Guid)events[0]["message_id"]!;

        var kept = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations", new { message_id = message, answer = "Now." },
            HttpStatusCode.Created);

        Assert.Equal(("When?", "Now."), ((string?)kept!["question"], (string?)kept["answer"]));
        Assert.Equal(message, (Guid?)kept["message_id"]);
        // Somebody else's too, by those who may read logs.
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations", new { message_id = message }, HttpStatusCode.Created,
            user: Ids.New(Clock));
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{await GivenAppAsync()}/annotations", new { message_id = message },
            HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Many_are_deleted_at_once()
    {
        var app = await GivenAppAsync();
        var first = await GivenAnnotationAsync(app, "First");
        var second = await GivenAnnotationAsync(app, "Second");
        await GivenAnnotationAsync(app, "Third");
        var foreign = await GivenAnnotationAsync(await GivenAppAsync(), "Elsewhere");

        var gone = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations/delete", new { ids = new[] { first, second, foreign } });

        Assert.Equal(2, (int)gone!["deleted"]!);
        Assert.Equal(["Third"], await QuestionsAsync(app));
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations/delete", new { ids = Array.Empty<Guid>() }, HttpStatusCode.BadRequest);
        await CallAsync(
            HttpMethod.Patch, $"/api/v1/apps/{app}/annotations/{foreign}", new { answer = "a" }, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "a", "question")]
    [InlineData("  ", "a", "question")]
    [InlineData(null, "a", "question")]
    [InlineData("a", null, "answer")]
    [InlineData("a\0", "a", "question")]
    [InlineData("LONG", "a", "question")]
    public async Task A_text_that_cannot_be_kept_is_refused(string? question, string? answer, string field)
    {
        var app = await GivenAppAsync();
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations",
            new { question = question == "LONG" ? new string('a', 2_001) : question, answer }, HttpStatusCode.BadRequest);

        Assert.Equal("annotations.invalid_text", (string?)problem!["code"]);
        Assert.Contains(field, problem.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> QuestionsAsync(Guid app, string query = "")
        => (await ListAsync(app, query)).Select(item => (string)item!["question"]!);
}
