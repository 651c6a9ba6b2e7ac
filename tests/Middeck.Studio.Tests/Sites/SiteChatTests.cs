using System.Net;
using System.Net.Http.Json;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class SiteChatTests(PostgresFixture postgres) : SiteTest(postgres)
{
    [Fact]
    public async Task A_visitor_asks_and_finds_the_conversation_again_and_nothing_of_how_it_is_made()
    {
        var (_, token) = await GivenPageAsync();
        var visitor = await ArriveAsync(token);

        var events = await AskAsVisitorAsync(token, visitor, "How far apart?");

        Assert.Equal(["message_start", "message", "message_end"], events.Select(NameOf).Distinct());
        Assert.Equal("You asked: How far apart?", TextOf(events));
        Assert.Equal(["retriever_resources", "moderated"], events[^1]["metadata"]!.AsObject().Select(member => member.Key));
        var talk = Assert.Single((await VisitAsync(HttpMethod.Get, token, "conversations", visitor))!["data"]!.AsArray())!;
        var id = (Guid)talk["id"]!;
        var message = Assert.Single(
            (await VisitAsync(HttpMethod.Get, token, $"conversations/{id}/messages", visitor))!["data"]!.AsArray())!;
        Assert.Equal("You asked: How far apart?", (string?)message["answer"]);
        foreach (var secret in new[] { "model", "usage", "cost", "annotation" })
        {
            Assert.Null(message[secret]);
        }

        await VisitAsync(
            HttpMethod.Post, token, $"messages/{(Guid)message["id"]!}/feedback", visitor, new { rating = "like" },
            HttpStatusCode.NoContent);
        var again = await AskAsVisitorAsync(token, visitor, "And then?", new { conversation_id = id });
        Assert.Equal(id, (Guid)again[0]["conversation_id"]!);
        await VisitAsync(HttpMethod.Patch, token, $"conversations/{id}", visitor, new { name = "Distances" });
        await VisitAsync(HttpMethod.Delete, token, $"conversations/{id}", visitor, expect: HttpStatusCode.NoContent);
        Assert.Empty((await VisitAsync(HttpMethod.Get, token, "conversations", visitor))!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_strangers_conversation_is_not_there_for_another_visitor_nor_on_another_page()
    {
        var (_, token) = await GivenPageAsync();
        var (_, other) = await GivenPageAsync();
        var mine = await ArriveAsync(token);
        var asked = await AskAsVisitorAsync(token, mine, "Mine");
        var talk = (Guid)asked[0]["conversation_id"]!;
        var message = (Guid)asked[0]["message_id"]!;
        var stranger = await ArriveAsync(token);
        await AskAsVisitorAsync(token, stranger, "Theirs");

        foreach (var (page, visitor) in new[] { (token, stranger), (other, mine) })
        {
            foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
            {
                (HttpMethod.Get, $"conversations/{talk}", null),
                (HttpMethod.Get, $"conversations/{talk}/messages", null),
                (HttpMethod.Patch, $"conversations/{talk}", new { name = "Taken" }),
                (HttpMethod.Delete, $"conversations/{talk}", null),
                (HttpMethod.Put, $"conversations/{talk}/current", new { message_id = message }),
                (HttpMethod.Put, $"conversations/{talk}/share", null),
                (HttpMethod.Get, $"chat/{message}/events", null),
                (HttpMethod.Post, $"messages/{message}/regenerate", null),
                (HttpMethod.Post, $"messages/{message}/feedback", new { rating = "like" }),
                (HttpMethod.Get, $"messages/{message}/suggested", null),
                (HttpMethod.Post, "chat", new { query = "x", conversation_id = talk }),
            })
            {
                await VisitAsync(method, page, path, visitor, body, HttpStatusCode.NotFound);
            }
        }

        Assert.Single((await VisitAsync(HttpMethod.Get, token, "conversations", mine))!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_running_answer_is_taken_up_again_after_a_reload_and_stopped()
    {
        var (_, token) = await GivenPageAsync();
        var visitor = await ArriveAsync(token);
        var held = new HeldModel();
        Host.Models.Script = held.AnswerAsync;
        using var first = await SendAsVisitorAsync(
            HttpMethod.Post, token, "chat", visitor, JsonContent.Create(new { query = "Long" }));
        await held.Asked;
        var talk = (Guid)(await VisitAsync(HttpMethod.Get, token, "conversations", visitor))!["data"]![0]!["id"]!;
        var run = (Guid)(await VisitAsync(HttpMethod.Get, token, $"conversations/{talk}/messages", visitor))!["data"]![0]!["id"]!;

        using var again = await SendAsVisitorAsync(HttpMethod.Get, token, $"chat/{run}/events", visitor);
        await VisitAsync(HttpMethod.Post, token, $"chat/{run}/stop", visitor, expect: HttpStatusCode.NoContent);

        Assert.Equal("message_end", NameOf((await ReadEventsAsync(again))[^1]));
    }

    [Fact]
    public async Task What_a_model_says_of_its_failure_is_not_told_to_visitors()
    {
        var (_, token) = await GivenPageAsync();
        var visitor = await ArriveAsync(token);
        Host.Models.SaysAndFails(new Middeck.Core.Errors.FaultException(Middeck.Core.Errors.Fault.NotFound("models.not_found", "There is no secret-model.")), "It is");

        var events = await AskAsVisitorAsync(token, visitor, "Why?");

        Assert.Equal("sites.answer_failed", (string?)events[^1]["code"]);
        var talk = (Guid)events[0]["conversation_id"]!;
        var kept = (await VisitAsync(HttpMethod.Get, token, $"conversations/{talk}/messages", visitor))!.ToJsonString();
        Assert.DoesNotContain("secret-model", string.Concat(events) + kept, StringComparison.Ordinal);
        Assert.Contains("sites.answer_failed", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_ask_the_published_version_alone()
    {
        var (_, token) = await GivenPageAsync();
        var visitor = await ArriveAsync(token);

        foreach (var body in new object[] { new { query = "x", draft = true }, new { query = "x", model = new { provider = "a", name = "b" } } })
        {
            Assert.Equal("sites.published_only", CodeOf(await VisitAsync(
                HttpMethod.Post, token, "chat", visitor, body, HttpStatusCode.BadRequest)));
        }

        Assert.Equal("sites.visitor_unknown", CodeOf(await VisitAsync(
            HttpMethod.Post, token, "chat", visitor: "nobody", new { query = "x" }, HttpStatusCode.Unauthorized)));
    }

    [Fact]
    public async Task Files_are_taken_as_far_as_the_app_takes_them()
    {
        var (_, without) = await GivenPageAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(without, await ArriveAsync(without))).StatusCode);

        var (_, token) = await GivenPageAsync(app: await GivenPublishedAppAsync(new
        {
            file_upload = new { enabled = true, allowed_file_types = new[] { "document" } },
        }));
        var mine = await ArriveAsync(token);
        using var uploaded = await UploadAsync(token, mine);
        Assert.Equal(HttpStatusCode.Created, uploaded.StatusCode);
        var file = (Guid)System.Text.Json.Nodes.JsonNode.Parse(await uploaded.Content.ReadAsStringAsync())!["id"]!;
        var files = new[] { new { type = "document", transfer_method = "local_file", upload_file_id = file } };
        await VisitAsync(
            HttpMethod.Post, token, "chat", await ArriveAsync(token), new { query = "x", files }, HttpStatusCode.BadRequest);
        await AskAsVisitorAsync(token, mine, "What does it say?", new { files });
    }

    [Fact]
    public async Task Runs_of_a_form_are_listed_and_repeated()
    {
        var (_, token) = await GivenPageAsync(app: await GivenCompletionAsync());
        var visitor = await ArriveAsync(token);
        var first = await AskAsVisitorAsync(token, visitor, "", new { inputs = new { text = "hello" } });
        Assert.Equal("You asked: Into French: hello", TextOf(first));
        using var again = await SendAsVisitorAsync(
            HttpMethod.Post, token, $"messages/{(Guid)first[0]["message_id"]!}/regenerate", visitor);
        await ReadEventsAsync(again);

        Assert.Equal(2, (await VisitAsync(HttpMethod.Get, token, "results", visitor))!["data"]!.AsArray().Count);
        Assert.Empty((await VisitAsync(HttpMethod.Get, token, "results", await ArriveAsync(token)))!["data"]!.AsArray());
    }

    private async Task<HttpResponseMessage> UploadAsync(string token, string visitor)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Twelve months."u8.ToArray()), "file", "warranty.txt" } };
        return await SendAsVisitorAsync(HttpMethod.Post, token, "files", visitor, form);
    }
}
