using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Middeck.Storage.Sql;
using Middeck.Studio.Files;
using Middeck.Studio.Objects;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Files;

public sealed class FileLifeTests(PostgresFixture postgres) : FileTest(postgres)
{
    [Fact]
    public async Task Another_answer_has_the_same_files()
    {
        var app = await GivenPublishedAppAsync(TakesAll);
        var events = await AskAsync(
            app, "?", new { files = new[] { Local(await UploadAsync(app, "cat.png", Png)) } });

        using var response = await SendAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/messages/{(Guid)events[0]["message_id"]!}/regenerate");
        await ReadEventsAsync(response);

        Assert.Single(Host.Models.Calls.Last().Messages[^1].Contents.OfType<DataContent>());
        Assert.Single((await MessagesAsync(events))[0]!["files"]!.AsArray());
    }

    [Fact]
    public async Task A_run_that_is_repeated_keeps_its_files_when_the_first_is_gone()
    {
        var app = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps",
            new
            {
                name = "Run",
                mode = "completion",
                config = new { pre_prompt = "Describe.", file_upload = new { enabled = true } },
            },
            HttpStatusCode.Created))!["id"]!;
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        var first = await AskAsync(app, "", new { files = new[] { Local(await UploadAsync(app, "cat.png", Png)) } });

        using var response = await SendAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/messages/{(Guid)first[0]["message_id"]!}/regenerate");
        var again = await ReadEventsAsync(response);
        await CallAsync(
            HttpMethod.Delete, $"/api/v1/conversations/{(Guid)first[0]["conversation_id"]!}", expect: HttpStatusCode.NoContent);

        Assert.Single(Host.Models.Calls.Last().Messages[^1].Contents.OfType<DataContent>());
        var listed = Assert.Single((await MessagesAsync(again))[0]!["files"]!.AsArray())!;
        Assert.Equal(Png, await Host.Client.GetByteArrayAsync((string)listed["url"]!));
    }

    [Fact]
    public async Task Deleting_a_conversation_deletes_its_files_and_no_others()
    {
        var app = await GivenPublishedAppAsync(TakesAll);
        var file = await UploadAsync(app, "cat.png", Png);
        var text = await UploadAsync(app, "a.txt", "text");
        var first = await AskAsync(app, "?", new { files = new[] { Local(file), Local(text) } });
        // The same upload in another conversation.
        var second = await AskAsync(app, "?", new { files = new[] { Local(file) } });
        Assert.Equal(3, await ObjectsAsync());

        await CallAsync(
            HttpMethod.Delete, $"/api/v1/conversations/{(Guid)first[0]["conversation_id"]!}", expect: HttpStatusCode.NoContent);

        Assert.Equal(1, await ObjectsAsync());
        var listed = Assert.Single((await MessagesAsync(second))[0]!["files"]!.AsArray())!;
        using var fetched = await Host.Client.GetAsync((string)listed["url"]!);
        Assert.Equal(Png, await fetched.Content.ReadAsByteArrayAsync());

        await CallAsync(
            HttpMethod.Delete, $"/api/v1/conversations/{(Guid)second[0]["conversation_id"]!}", expect: HttpStatusCode.NoContent);
        Assert.Equal(0, await ObjectsAsync());
    }

    [Fact]
    public async Task An_upload_that_nobody_used_is_gone_after_a_day()
    {
        var app = await GivenPublishedAppAsync(TakesAll);
        var unused = await UploadAsync(app, "unused.png", Png);
        var used = await UploadAsync(app, "used.png", Png);
        await AskAsync(app, "?", new { files = new[] { Local(used) } });

        Clock.Advance(TimeSpan.FromHours(25));
        var before = Clock.GetUtcNow().AddDays(-1);
        await Host.Get<FileStore>().TrimAsync(before, 1_000, CancellationToken.None);
        await Host.Get<StudioObjects>().TrimAsync(1_000, CancellationToken.None);

        Assert.Equal(1, await ObjectsAsync());
        await RefusedAsync(app, Local(unused), "no such uploaded file");
    }

    [Theory]
    [InlineData("a.exe", 10, "files.extension_blocked", 400)]
    [InlineData("big.png", 2_001, "files.too_large", 413)]
    [InlineData("big.txt", 4_001, "files.too_large", 413)]
    [InlineData("big.mp4", 2_000_000, "files.too_large", 413)]
    [InlineData("fake.png", 10, "files.unsupported_type", 415)]
    [InlineData("/", 10, "files.filename_missing", 400)]
    public async Task An_upload_that_is_not_taken_leaves_nothing(string name, int size, string code, int status)
    {
        var app = await GivenPublishedAppAsync(TakesAll);

        using var response = await SendFormAsync($"/api/v1/apps/{app}/files", Form(name, new byte[size]));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
        Assert.Equal(0, await Host.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM studio.file WHERE workspace_id = {Workspace}", CancellationToken.None));
    }
}
