using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Apps;

public sealed class AppTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task An_app_is_made_listed_renamed_and_deleted()
    {
        var id = await GivenAppAsync();

        var renamed = await CallAsync(HttpMethod.Patch, $"/api/v1/apps/{id}", new { name = "请假助手", icon = "🌴" });
        Assert.Equal("请假助手", (string?)renamed!["name"]);
        Assert.Equal("draft", (string?)renamed["status"]);

        var list = await CallAsync(HttpMethod.Get, "/api/v1/apps?q=请假");
        Assert.Equal(id, (Guid)Assert.Single(list!["data"]!.AsArray())!["id"]!);
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/apps?q=100%25"))!["data"]!.AsArray());

        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}", expect: HttpStatusCode.NotFound);
        Assert.Contains((Workspace, "apps", "app.deleted"), Host.Events.All);
    }

    [Fact]
    public async Task A_list_is_read_in_pages_and_skips_what_the_caller_may_not_see()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await GivenAppAsync());
        }

        Host.Access.Closed.Add(ids[3]);
        var first = await CallAsync(HttpMethod.Get, "/api/v1/apps?limit=2");
        Assert.True((bool)first!["has_more"]!);
        var second = await CallAsync(HttpMethod.Get, $"/api/v1/apps?limit=2&cursor={first["next_cursor"]}");
        Assert.False((bool)second!["has_more"]!);

        var seen = first["data"]!.AsArray().Concat(second["data"]!.AsArray()).Select(app => (Guid)app!["id"]!);
        Assert.Equal([ids[4], ids[2], ids[1], ids[0]], seen);
    }

    [Fact]
    public async Task Another_workspace_sees_none_of_it()
    {
        var id = await GivenPublishedAppAsync();
        var stranger = Ids.New(TimeProvider.System);

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, $"/api/v1/apps/{id}", null),
            (HttpMethod.Patch, $"/api/v1/apps/{id}", new { name = "mine" }),
            (HttpMethod.Delete, $"/api/v1/apps/{id}", null),
            (HttpMethod.Get, $"/api/v1/apps/{id}/draft", null),
            (HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config = new { } }),
            (HttpMethod.Post, $"/api/v1/apps/{id}/publish", null),
            (HttpMethod.Get, $"/api/v1/apps/{id}/versions", null),
            (HttpMethod.Get, $"/api/v1/apps/{id}/versions/1", null),
            (HttpMethod.Get, $"/api/v1/apps/{id}/start", null),
            (HttpMethod.Post, $"/api/v1/apps/{id}/versions/1/restore", null),
            (HttpMethod.Get, $"/api/v1/apps/{id}/api-keys", null),
            (HttpMethod.Post, $"/api/v1/apps/{id}/api-keys", new { name = "x" }),
            (HttpMethod.Post, $"/api/v1/apps/{id}/chat", new { query = "hello" }),
            (HttpMethod.Get, $"/api/v1/apps/{id}/conversations", null),
            (HttpMethod.Post, $"/api/v1/apps/{id}/copy", null),
            (HttpMethod.Put, $"/api/v1/apps/{id}/favourite", null),
            (HttpMethod.Post, $"/api/v1/apps/{id}/rollback", new { version = 1 }),
            (HttpMethod.Patch, $"/api/v1/apps/{id}/versions/1", new { name = "mine" }),
            (HttpMethod.Get, $"/api/v1/apps/{id}/diff", null),
            (HttpMethod.Get, $"/api/v1/apps/{id}/export", null),
            (HttpMethod.Get, $"/api/v1/apps/{id}/site", null),
            (HttpMethod.Put, $"/api/v1/apps/{id}/site", new { title = "mine" }),
            (HttpMethod.Delete, $"/api/v1/apps/{id}?permanently=true", null),
        })
        {
            var problem = await CallAsync(method, path, body, HttpStatusCode.NotFound, workspace: stranger);
            Assert.Equal("apps.not_found", (string?)problem!["code"]);
        }

        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/apps", workspace: stranger))!["data"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"mode": "chat"}""", "name")]
    [InlineData("""{"name": "  ", "mode": "chat"}""", "name")]
    [InlineData("""{"name": "a\u0000", "mode": "chat"}""", "name")]
    [InlineData("""{"name": "a"}""", "mode")]
    [InlineData("""{"template": "summary", "mode": "chat"}""", "template")]
    [InlineData("""{"template": "summary", "language": "tlh"}""", "language")]
    public async Task What_no_app_can_be_made_of_is_refused(string body, string field)
    {
        var problem = await CallAsync(
            HttpMethod.Post, "/api/v1/apps", JsonNode.Parse(body), HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)problem!["field"] ?? "");
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_copy_has_the_draft_and_the_looks_and_neither_keys_nor_versions()
    {
        var id = await GivenPublishedAppAsync(new { pre_prompt = "Be kind." });
        await CallAsync(HttpMethod.Patch, $"/api/v1/apps/{id}", new { icon = "🌴", description = "For leave" });
        await GivenKeyAsync(id);

        var copy = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/copy", expect: HttpStatusCode.Created);

        Assert.Equal(("Help (2)", "🌴", "For leave", "draft"), ((string?)copy!["name"], (string?)copy["icon"],
            (string?)copy["description"], (string?)copy["status"]));
        var draft = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{copy["id"]}/draft");
        Assert.Equal("Be kind.", (string?)draft!["config"]!["pre_prompt"]);
        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{copy["id"]}/api-keys"))!["data"]!.AsArray());
        var named = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{id}/copy", new { name = "请假" }, HttpStatusCode.Created);
        Assert.Equal("请假", (string?)named!["name"]);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/copy", new { name = "\0" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Favourites_are_ones_own_and_stand_first_on_every_page()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await GivenAppAsync());
        }

        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{ids[1]}/favourite", expect: HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{ids[1]}/favourite", expect: HttpStatusCode.NoContent);
        var seen = new List<Guid>();
        var cursor = "";
        while (cursor is not null)
        {
            var page = await CallAsync(HttpMethod.Get, $"/api/v1/apps?limit=1&cursor={cursor}");
            seen.AddRange(page!["data"]!.AsArray().Select(app => (Guid)app!["id"]!));
            cursor = (string?)page["next_cursor"];
        }

        Assert.Equal([ids[1], ids[3], ids[2], ids[0]], seen);
        Assert.Equal([ids[1]], await ListAsync("favourite=true"));
        Assert.Equal(4, (await ListAsync("", user: Ids.New(TimeProvider.System))).Count);
        Assert.Empty(await ListAsync("favourite=true", user: Ids.New(TimeProvider.System)));
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{ids[1]}/favourite", expect: HttpStatusCode.NoContent);
        Assert.Empty(await ListAsync("favourite=true"));
    }

    [Fact]
    public async Task Kinds_that_nobody_knows_are_refused()
    {
        var problem = await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "x", mode = "poem" }, HttpStatusCode.BadRequest);
        Assert.Equal("apps.invalid_mode", (string?)problem!["code"]);
        Assert.Equal("mode", (string?)problem["field"]);
    }

    [Fact]
    public async Task A_draft_keeps_fields_that_nobody_here_knows()
    {
        var config = JsonNode.Parse("""
            {"pre_prompt": "Be kind.", "agent_mode": {"enabled": false, "strategy": "react"}, "未知": [1, null, {"a": "b"}],
             "model": {"provider": "mock", "name": "echo", "mode": "chat", "completion_params": {"mirostat": 2}}}
            """)!;
        var id = await GivenAppAsync();

        var saved = await CallAsync(HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config });
        Assert.Equal(2, (int)saved!["revision"]!);
        var draft = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/draft");
        Assert.True(JsonNode.DeepEquals(config, draft!["config"]));
    }

    [Fact]
    public async Task Of_two_people_who_save_at_once_the_second_is_shown_what_the_first_saved()
    {
        var id = await GivenAppAsync();
        var colleague = Ids.New(TimeProvider.System);
        Host.Get<KnownPeople>().Names[colleague] = "李雷";
        var saved = await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config = new { pre_prompt = "first" } },
            user: colleague);

        var conflict = await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config = new { pre_prompt = "second" } },
            HttpStatusCode.Conflict);
        Assert.Equal("apps.draft_conflict", (string?)conflict!["code"]);
        Assert.Equal(2, (int)conflict["current_revision"]!);
        var current = conflict["current"]!;
        Assert.Equal(2, (int)current["revision"]!);
        Assert.Equal("first", (string?)current["config"]!["pre_prompt"]);
        Assert.Equal((colleague, "李雷"), ((Guid)current["updated_by"]!, (string?)current["updated_by_name"]));
        Assert.Equal((DateTimeOffset)saved!["updated_at"]!, (DateTimeOffset)current["updated_at"]!);
    }

    [Fact]
    public async Task A_version_is_published_and_an_old_one_comes_back_as_a_draft()
    {
        var id = await GivenAppAsync(new { pre_prompt = "one" });
        Assert.Equal(1, (int)(await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{id}/publish", new { name = "First" }))!["version"]!);
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config = new { pre_prompt = "two" } });
        Assert.True((bool)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}"))!["has_unpublished_changes"]!);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        Assert.False((bool)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}"))!["has_unpublished_changes"]!);

        var versions = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/versions"))!["data"]!.AsArray();
        Assert.Equal([2, 1], versions.Select(version => (int)version!["version"]!));
        Assert.Equal("First", (string?)versions[1]!["name"]);

        var first = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/versions/1");
        Assert.Equal((1, "First", User), ((int)first!["version"]!, (string?)first["name"], (Guid)first["created_by"]!));
        Assert.Equal("one", (string?)first["config"]!["pre_prompt"]);
        var missing = await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{id}/versions/9", expect: HttpStatusCode.NotFound);
        Assert.Equal("apps.version_not_found", (string?)missing!["code"]);

        var draft = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/versions/1/restore");
        Assert.Equal("one", (string?)draft!["config"]!["pre_prompt"]);
        Assert.Equal(3, (int)draft["revision"]!);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/versions/9/restore", expect: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_conversation_begins_with_is_the_live_versions_and_tells_nothing_else()
    {
        var form = new[] { new Dictionary<string, object> { ["text-input"] = new { variable = "dept", label = "部门", required = true } } };
        var id = await GivenAppAsync(new
        {
            pre_prompt = "secret",
            opening_statement = "你好",
            suggested_questions = new[] { "When?" },
            user_input_form = form,
            dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { enabled = true, id = Guid.Empty } } } } },
        });
        var problem = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/start", expect: HttpStatusCode.Conflict);
        Assert.Equal("apps.not_published", (string?)problem!["code"]);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config = new { opening_statement = "changed" } });

        var start = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/start");

        var expected = JsonNode.Parse("""
            {"version": 1, "opening_statement": "你好", "suggested_questions": ["When?"],
             "user_input_form": [{"text-input": {"variable": "dept", "label": "部门", "required": true}}],
             "file_upload": null, "has_knowledge": true, "shows_citations": true,
             "suggests_questions": false, "remembers": false, "max_file_bytes": {"image": 10485760, "document": 15728640,
             "audio": 52428800, "video": 104857600, "custom": 15728640}, "hears": false, "speaks": false, "auto_play": false}
            """);
        Assert.True(JsonNode.DeepEquals(expected, start), start!.ToJsonString());
    }

    [Fact]
    public async Task Mine_are_the_apps_that_I_made()
    {
        var mine = await GivenAppAsync();

        Assert.Equal([mine], await ListAsync("mine=true"));
        Assert.Empty(await ListAsync("mine=true", user: Ids.New(TimeProvider.System)));
    }

    [Fact]
    public async Task An_app_that_says_nothing_first_begins_with_nothing()
    {
        var start = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{await GivenPublishedAppAsync()}/start");

        Assert.Equal("", (string?)start!["opening_statement"]);
        Assert.Empty(start["user_input_form"]!.AsArray());
        Assert.False((bool)start["has_knowledge"]!);
    }

    [Fact]
    public async Task A_key_of_another_app_is_not_revoked_through_this_one()
    {
        var mine = await GivenAppAsync();
        var other = await GivenAppAsync();
        var key = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{other}/api-keys", new { }, HttpStatusCode.Created);

        await CallAsync(
            HttpMethod.Delete, $"/api/v1/apps/{mine}/api-keys/{key!["id"]}", expect: HttpStatusCode.NotFound);
        await CallAsync(
            HttpMethod.Delete, $"/api/v1/apps/{other}/api-keys/{key["id"]}", expect: HttpStatusCode.NoContent);
    }

    private async Task<List<Guid>> ListAsync(string query, Guid? user = null)
        => [.. (await CallAsync(HttpMethod.Get, $"/api/v1/apps?{query}", user: user))!["data"]!.AsArray()
            .Select(app => (Guid)app!["id"]!)];
}
