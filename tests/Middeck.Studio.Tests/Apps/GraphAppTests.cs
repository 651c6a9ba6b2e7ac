using System.Net;
using System.Text.Json.Nodes;
using Middeck.Storage.Sql;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Apps;

public sealed class GraphAppTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Theory]
    [InlineData("workflow", "en", "Start End", "start→end")]
    [InlineData("advanced-chat", "zh-CN", "开始 大模型 回复", "start→llm llm→answer")]
    public async Task A_new_one_begins_with_a_graph_that_can_be_published(string mode, string language, string titles, string edges)
    {
        var app = await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "New", mode, language }, HttpStatusCode.Created);

        var config = (await DraftAsync((Guid)app!["id"]!))["config"]!;
        var nodes = config["graph"]!["nodes"]!.AsArray();
        Assert.Equal(titles, string.Join(' ', nodes.Select(node => (string)node!["data"]!["title"]!)));
        Assert.Equal(nodes.Count, nodes.Select(node => (double)node!["position"]!["x"]!).Distinct().Count());
        Assert.Equal(edges, string.Join(' ', config["graph"]!["edges"]!.AsArray().Select(edge => $"{edge!["source"]}→{edge["target"]}")));
        Assert.Empty(config["environment_variables"]!.AsArray());
        Assert.Empty((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app["id"]}/problems"))!.AsArray());
        Assert.Equal(1, (int)(await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app["id"]}/publish"))!["version"]!);
    }

    [Fact]
    public async Task It_is_saved_published_compared_rolled_back_and_copied_like_any_other()
    {
        var id = await GivenGraphAsync();
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        var draft = await DraftAsync(id);
        draft["config"]!["graph"]!["nodes"]![0]!["data"]!["title"] = "入口";
        draft["config"]!["graph"]!["nodes"]![0]!["colour_of_tomorrow"] = new JsonArray(1, "two");

        var saved = await CallAsync(
            HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config = draft["config"] });

        Assert.True(JsonNode.DeepEquals(draft["config"], saved!["config"]));
        Assert.Equal(
            ["graph.nodes[0].data.title", "graph.nodes[0].colour_of_tomorrow"],
            (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/diff"))!.AsArray().Select(change => (string)change!["path"]!));
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/rollback", new { version = 1 });
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/versions/1/restore");
        Assert.Equal("Start", (string?)(await DraftAsync(id))["config"]!["graph"]!["nodes"]![0]!["data"]!["title"]);
        var copy = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/copy", expect: HttpStatusCode.Created);
        Assert.True(JsonNode.DeepEquals((await DraftAsync(id))["config"], (await DraftAsync((Guid)copy!["id"]!))["config"]));
        await CallAsync(HttpMethod.Delete, $"/api/v1/apps/{id}", expect: HttpStatusCode.NoContent);
        Assert.Single((await CallAsync(HttpMethod.Get, "/api/v1/apps?mode=workflow"))!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_draft_may_be_unfinished_and_is_not_published_before_it_can_run()
    {
        var id = await GivenGraphAsync("""
            {"nodes": [{"id": "a", "data": {"type": "start", "title": "A", "variables": []}},
                       {"id": "b", "data": {"type": "code", "title": "B"}}, {"id": "c", "data": {"type": "code", "title": "C"}},
                       {"id": "d", "data": {"type": "crystal-ball", "title": "D"}}],
             "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}, {"source": "c", "target": "b"},
                       {"source": "a", "target": "d"}, {"source": "a", "target": "gone"}]}
            """);

        var problems = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/problems"))!.AsArray();
        Assert.Equal(
            ["true workflows.cycle", "false workflows.missing_node", "false workflows.unknown_node_type", "false no_end"],
            problems.Select(problem => $"{problem!["is_error"]} {problem["code"]}"));
        Assert.Equal(["b", "a", "d"], problems.Take(3).Select(problem => (string)problem!["node_id"]!));
        var refusal = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish", expect: HttpStatusCode.BadRequest);
        Assert.Equal("apps.graph_cannot_run", (string?)refusal!["code"]);
        Assert.Equal("b", (string?)Assert.Single(refusal["problems"]!.AsArray())!["node_id"]);
        Assert.Null((int?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}"))!["version"]);
    }

    [Fact]
    public async Task What_the_workspace_does_not_have_is_named_with_its_node_before_it_is_saved()
    {
        var id = await GivenGraphAsync();
        Host.Models.Refusal = Core.Errors.Fault.NotFound("models.not_found", "There is no such model.");
        var config = JsonNode.Parse("""
            {"graph": {"nodes": [
                {"id": "s", "data": {"type": "start", "variables": [
                    {"variable": "a", "type": "colour"}, {"variable": "a", "type": "number"}]}},
                {"id": "m", "data": {"type": "llm", "title": "Writer", "model": {"provider": "langgenius/openai/openai", "name": "gpt-4o"},
                    "prompt_template": [{"role": "user", "text": "{{#s.a#}} {{#gone.text#}} {{#env.KEY#}} {{#env.LOST#}}"}]}},
                {"id": "k", "data": {"type": "knowledge-retrieval", "query_variable_selector": ["nobody", "text"],
                    "dataset_ids": ["bm90IG91cnM=", "0197a000-0000-7000-8000-000000000001"]}},
                {"id": "t", "data": {"type": "tool", "provider_id": "langgenius/oracle/oracle", "provider_type": "builtin", "tool_name": "ask"}},
                {"id": "h", "data": {"type": "http-request", "authorization": {"type": "api-key", "config": {"api_key": "sk-1"}}}},
                {"id": "e", "data": {"type": "end", "outputs": []}}],
              "edges": [{"source": "s", "target": "m"}, {"source": "m", "target": "k"}, {"source": "k", "target": "t"},
                        {"source": "t", "target": "h"}, {"source": "h", "target": "e"}]},
             "environment_variables": [{"name": "KEY", "value_type": "secret", "value": ""}]}
            """);

        var problems = (await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/problems", new { config }))!.AsArray();

        Assert.Equal(
            [
                "s unknown_field_type", "s duplicate_field", "h plain_secret", " empty_secret", "m unknown_variable", "m unknown_variable",
                "k unknown_variable", "m unknown_model", "k unknown_dataset", "t unknown_tool",
            ],
            problems.Select(problem => $"{problem!["node_id"]} {problem["code"]}"));
        Assert.All(problems, problem => Assert.False((bool)problem!["is_error"]!));
        Assert.Contains("openai/gpt-4o", problems.Select(problem => (string)problem!["message"]!).Single(text => text.Contains("default model", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, (int)(await DraftAsync(id))["revision"]!);
    }

    [Fact]
    public async Task Secrets_are_kept_encrypted_shown_masked_and_opened_for_runs_alone()
    {
        var id = await GivenGraphAsync();
        var config = (await DraftAsync(id))["config"]!;
        config["environment_variables"] = JsonNode.Parse("""
            [{"id": "1", "name": "KEY", "value_type": "secret", "value": "open sesame"},
             {"id": "2", "name": "LIMIT", "value_type": "number", "value": 3}]
            """);

        var saved = await SaveAsync(id, 1, config);
        Assert.Equal(EnvironmentVariables.Mask, (string?)saved["config"]!["environment_variables"]![0]!["value"]);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        // A name is changed and the mask sent back; then the variable is deleted, and brought back from the console's history.
        var renamed = saved["config"]!.DeepClone();
        renamed["environment_variables"]![0]!["name"] = "TOKEN";
        await SaveAsync(id, 2, renamed);
        await SaveAsync(id, 3, JsonNode.Parse(renamed.ToJsonString().Replace("secret", "string", StringComparison.Ordinal))!);
        await SaveAsync(id, 4, renamed);

        var stored = await Host.Database.ScalarAsync<string>($"SELECT draft_config::text FROM studio.app WHERE id = {id}", default);
        Assert.DoesNotContain("open sesame", stored, StringComparison.Ordinal);
        var app = await Host.Get<AppStore>().FindDraftAsync(Workspace, id, default);
        var opened = Host.Get<EnvironmentVariables>().Open(app!);
        Assert.Equal(("open sesame", 3.0), (opened["TOKEN"].Text, (double)opened["LIMIT"].Number!));
        Assert.Equal(EnvironmentVariables.Mask, (string?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/versions/1"))!["config"]!["environment_variables"]![0]!["value"]);
        var conflict = await CallAsync(HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config }, HttpStatusCode.Conflict);
        Assert.Equal(EnvironmentVariables.Mask, (string?)conflict!["current"]!["config"]!["environment_variables"]![0]!["value"]);
        var copy = (Guid)(await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/copy", expect: HttpStatusCode.Created))!["id"]!;
        Assert.Equal("open sesame", Host.Get<EnvironmentVariables>().Open((await Host.Get<AppStore>().FindDraftAsync(Workspace, copy, default))!)["TOKEN"].Text);
        foreach (var path in new[] { "export", "export?version=1", "diff?from=1", "draft" })
        {
            using var response = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{id}/{path}");
            var text = await response.Content.ReadAsStringAsync();
            Assert.DoesNotContain("open sesame", text, StringComparison.Ordinal);
            Assert.DoesNotContain("sealed", text, StringComparison.Ordinal);
        }

        using var whole = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{id}/export?include_secrets=true");
        Assert.Contains("value: open sesame", await whole.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_told_what_its_start_node_and_its_features_say()
    {
        var id = await GivenGraphAsync();
        var config = (await DraftAsync(id))["config"]!;
        config["graph"]!["nodes"]![0]!["data"]!["variables"] = JsonNode.Parse("""
            [{"variable": "city", "label": "城市", "type": "select", "options": ["北京"], "required": true},
             {"variable": "order", "label": "Order", "type": "json_object", "required": false}]
            """);
        config["features"] = JsonNode.Parse("""
            {"opening_statement": "你好", "suggested_questions": ["天气？"], "retriever_resource": {"enabled": false},
             "file_upload": {"enabled": true, "allowed_file_types": ["document"], "number_limits": 2}}
            """);
        await SaveAsync(id, 1, config);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        var key = await GivenKeyAsync(id);

        var parameters = (await CallWithKeyAsync(HttpMethod.Get, "/v1/parameters", key))!;

        Assert.Equal("你好", (string?)parameters["opening_statement"]);
        Assert.Equal("天气？", (string?)parameters["suggested_questions"]![0]);
        Assert.False((bool)parameters["retriever_resource"]!["enabled"]!);
        Assert.Equal(("city", true), ((string?)parameters["user_input_form"]![0]!["select"]!["variable"], (bool)parameters["user_input_form"]![0]!["select"]!["required"]!));
        Assert.Equal("Order", (string?)parameters["user_input_form"]![1]!["json_object"]!["label"]);
        Assert.Equal((true, 2), ((bool)parameters["file_upload"]!["enabled"]!, (int)parameters["file_upload"]!["number_limits"]!));
        Assert.Equal(10, (int)parameters["system_parameters"]!["workflow_file_upload_limit"]!);
        Assert.Equal("workflow", (string?)(await CallWithKeyAsync(HttpMethod.Get, "/v1/info", key))!["mode"]);
        var start = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/start"))!;
        Assert.Equal(("你好", "city"), ((string?)start["opening_statement"], (string?)start["user_input_form"]![0]!["select"]!["variable"]));
    }

    [Theory]
    [InlineData("""{"name": "a", "mode": "chat", "graph": {"nodes": []}}""", "graph")]
    [InlineData("""{"name": "a", "mode": "workflow", "graph": {"nodes": []}, "config": {"graph": {}}}""", "graph")]
    [InlineData("""{"template": "summary", "graph": {"nodes": []}}""", "template")]
    [InlineData("""{"name": "a", "mode": "workflow", "graph": []}""", "config.graph")]
    [InlineData("""{"name": "a", "mode": "workflow", "graph": {"edges": []}}""", "config.graph.nodes")]
    [InlineData("""{"name": "a", "mode": "workflow", "config": []}""", "config")]
    public async Task What_no_graph_can_be_made_of_is_refused(string body, string field)
    {
        var problem = await CallAsync(HttpMethod.Post, "/api/v1/apps", JsonNode.Parse(body), HttpStatusCode.BadRequest);

        Assert.Equal(field, (string?)problem!["field"]);
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray());
    }

    private async Task<Guid> GivenGraphAsync(string? graph = null)
        => (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps",
            new { name = "Flow", mode = "workflow", graph = graph is null ? null : JsonNode.Parse(graph) },
            HttpStatusCode.Created))!["id"]!;

    private async Task<JsonNode> DraftAsync(Guid id) => (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/draft"))!;

    private async Task<JsonNode> SaveAsync(Guid id, int revision, JsonNode config)
        => (await CallAsync(HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision, config }))!;
}
