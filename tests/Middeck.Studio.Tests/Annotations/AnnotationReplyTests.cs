using System.Net;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Annotations;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Annotations;

public sealed class AnnotationReplyTests(PostgresFixture postgres) : AnnotationTest(postgres)
{
    [Theory]
    [InlineData("When is the canteen open?")]
    [InlineData("when is  the Canteen open")]
    [InlineData("ＷＨＥＮ is the canteen open？？")]
    public async Task The_same_words_are_answered_as_people_wrote_it(string query)
    {
        var app = await GivenAnsweringAppAsync();
        var id = await GivenAnnotationAsync(app, "When is the canteen open?", "From 11:30.");

        var events = await AskAsync(app, query);

        Assert.Equal("From 11:30.", TextOf(events));
        Assert.Equal(
            $$$"""{"id":"{{{id}}}","account":{"id":"{{{User}}}","name":"Li"}}""",
            events[^1]["metadata"]!["annotation_reply"]!.ToJsonString());
        Assert.Empty(Host.Models.Calls);
        var stored = await StoredAnswerAsync(events);
        Assert.Equal("completed", (string?)stored["status"]);
        Assert.Equal((id, "Li", false), ((Guid)stored["annotation"]!["id"]!, (string?)stored["annotation"]!["account"]!["name"], (bool)stored["moderated"]!));
    }

    [Fact]
    public async Task A_near_question_is_answered_and_counted_and_a_far_one_is_not()
    {
        var app = await GivenAnsweringAppAsync(threshold: 0.6);
        var near = await GivenAnnotationAsync(app, "When is the canteen open on workdays?", "From 11:30.");
        await GivenAnnotationAsync(app, "Who repairs printers?");
        await Host.Jobs.RunAsync();

        Assert.Equal("From 11:30.", TextOf(await AskAsync(app, "When is the canteen open on Mondays?")));
        Assert.Equal("You asked: What is the meaning of life?", TextOf(await AskAsync(app, "What is the meaning of life?")));

        Assert.Equal(1, (int)(await ListAsync(app)).Single(item => (Guid)item!["id"]! == near)!["hit_count"]!);
        var hit = Assert.Single((await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{app}/annotations/{near}/hits"))!["data"]!.AsArray())!;
        Assert.Equal("When is the canteen open on Mondays?", (string?)hit["question"]);
        Assert.InRange((double)hit["score"]!, 0.6, 0.999);
        Assert.Equal("console", (string?)hit["source"]);
    }

    [Fact]
    public async Task A_changed_or_deleted_annotation_answers_no_more()
    {
        var app = await GivenAnsweringAppAsync();
        var id = await GivenAnnotationAsync(app, "When?", "Now.");
        Assert.Equal("Now.", TextOf(await AskAsync(app, "When?")));

        await CallAsync(HttpMethod.Patch, $"/api/v1/apps/{app}/annotations/{id}", new { answer = "Later." });
        Assert.Equal("Later.", TextOf(await AskAsync(app, "When?")));

        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{app}/annotations/{id}", expect: HttpStatusCode.NoContent);
        Assert.Equal("You asked: When?", TextOf(await AskAsync(app, "When?")));
    }

    [Fact]
    public async Task A_question_of_signs_alone_is_no_annotations_question()
    {
        var app = await GivenAnsweringAppAsync();
        await GivenAnnotationAsync(app, "???", "Now.");
        await Host.Jobs.RunAsync();

        Assert.Equal("You asked: !", TextOf(await AskAsync(app, "!")));
    }

    [Fact]
    public async Task What_was_asked_goes_with_its_conversation()
    {
        var app = await GivenAnsweringAppAsync();
        var id = await GivenAnnotationAsync(app, "When?", "Now.");
        var events = await AskAsync(app, "When?");
        await CallAsync(
            HttpMethod.Delete, $"/api/v1/conversations/{events[0]["conversation_id"]}", expect: HttpStatusCode.NoContent);

        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/annotations/{id}/hits"))!["data"]!.AsArray());
        Assert.Equal(1, (int)(await ListAsync(app))[0]!["hit_count"]!);
    }

    [Fact]
    public async Task Another_node_follows_a_change()
    {
        var bus = new LocalBus();
        await using var here = await StudioHost.StartAsync(Postgres, Clock, bus);
        await using var there = await StudioHost.StartAsync(Postgres, Clock, bus);
        var app = await GivenAnsweringAppAsync();
        var away = there.Get<AnnotationIndexes>();
        Assert.Null((await away.FindAsync(app, CancellationToken.None)).Same("When?"));
        var row = await here.Get<AnnotationWriter>().CreateAsync(
            Workspace, app, AnnotationText.Of("When?", "Now."), null, null, CancellationToken.None);

        Assert.Equal(row.Id, (await away.FindAsync(app, CancellationToken.None)).Same("when")?.Id);
    }

    [Fact]
    public async Task Nothing_is_looked_up_when_it_is_switched_off()
    {
        var app = await GivenAnsweringAppAsync();
        await GivenAnnotationAsync(app, "When?", "Now.");
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/annotation-reply", new { enabled = false });
        await Host.Jobs.RunAsync();

        Assert.Equal("You asked: When?", TextOf(await AskAsync(app, "When?")));
        Assert.Equal(0, await VectorsAsync(app, "builtin/lexical-embedding"));
    }

    [Fact]
    public async Task Another_model_makes_all_vectors_again()
    {
        var app = await GivenAnsweringAppAsync();
        for (var i = 0; i < 130; i++)
        {
            await Host.Get<AnnotationStore>().InsertAsync(
                Workspace, app, AnnotationText.Of($"Question {i}", "a"), null, null, CancellationToken.None);
        }

        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/annotation-reply", new { enabled = true, embedding_model = "mock/other" });
        Host.Models.Embedded.Clear();
        Host.Jobs.Reports.Clear();
        await Host.Jobs.RunAsync();

        Assert.Equal(130, Host.Models.Embedded.Count);
        Assert.Equal(130, await VectorsAsync(app, "mock/other"));
        Assert.Equal(["100/130 annotations", "130/130 annotations"], Host.Jobs.Reports.Select(report => report.Fact));
        await Host.Jobs.RunAsync();
        Assert.Equal(130, Host.Models.Embedded.Count);
    }

    [Fact]
    public async Task A_model_that_cannot_be_asked_leaves_the_question_to_the_app()
    {
        var app = await GivenAnsweringAppAsync(threshold: 0);
        await GivenAnnotationAsync(app, "When is the canteen open?", "Now.");
        await Host.Jobs.RunAsync();
        Host.Models.EmbeddingRefusal = new Fault(FaultKind.Upstream, "models.upstream_failed", "It broke.");

        Assert.Equal("You asked: canteen", TextOf(await AskAsync(app, "canteen")));
        Assert.Equal("Now.", TextOf(await AskAsync(app, "When is the canteen open?")));
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_refused()
    {
        var app = await GivenPublishedAppAsync();
        Host.Models.EmbeddingRefusal = Fault.NotFound("models.not_found", "There is no such model.");

        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/annotation-reply", new { enabled = true, embedding_model = "no/model" },
            HttpStatusCode.NotFound);
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{app}/annotation-reply", new { enabled = true, score_threshold = 1.1 },
            HttpStatusCode.BadRequest);
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/annotation-reply", new { }, HttpStatusCode.BadRequest);
        Assert.False((bool)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/annotation-reply"))!["enabled"]!);
    }

    [Fact]
    public async Task Annotations_of_another_app_are_not_its_answers()
    {
        var app = await GivenAnsweringAppAsync();
        await GivenAnnotationAsync(app, "When?", "Now.");

        Assert.Equal("You asked: When?", TextOf(await AskAsync(await GivenAnsweringAppAsync(), "When?")));
        await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{app}/annotations", expect: HttpStatusCode.NotFound, workspace: Ids.New(Clock));
    }

    private Task<long> VectorsAsync(Guid app, string key)
        => Host.Database.FirstOrDefaultAsync(
            $"SELECT count(*) FROM studio.annotation WHERE app_id = {app} AND embedding_key = {key} AND embedding IS NOT NULL",
            row => row.At<long>(0),
            CancellationToken.None);
}
