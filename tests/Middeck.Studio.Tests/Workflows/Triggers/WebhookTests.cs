using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Files;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Workflows.Triggers;

public sealed class WebhookTests(PostgresFixture postgres) : WorkflowAppTest(postgres)
{
    private const string Order = """
        {"nodes": [
            {"id": "hook", "data": {"type": "trigger-webhook", "title": "Order", "method": "post", "content_type": "application/json",
                "params": [{"name": "shop", "type": "string", "required": true}],
                "headers": [{"name": "X-Amount", "type": "number"}],
                "body": [{"name": "tea", "type": "string", "required": true}, {"name": "tags", "type": "array[string]"}],
                "async_mode": true, "status_code": 201, "response_body": "{\"ok\": true}"}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                {"variable": "tea", "value_selector": ["hook", "tea"]}, {"variable": "shop", "value_selector": ["hook", "shop"]},
                {"variable": "amount", "value_selector": ["hook", "X_Amount"]}, {"variable": "tags", "value_selector": ["hook", "tags"]},
                {"variable": "extra", "value_selector": ["hook", "_webhook_raw", "body", "extra"]}]}}],
         "edges": [{"id": "e1", "source": "hook", "target": "end"}]}
        """;

    [Fact]
    public async Task A_call_starts_a_run_with_what_it_sends_and_is_answered_at_once()
    {
        var app = await GivenPublishedAsync(Order);
        var hook = await TriggerAsync(app);

        using var answer = await CallHookAsync(
            HttpMethod.Post, $"{hook["webhook_url"]}?shop=Kyoto", """{"tea": "sencha", "tags": ["green"], "extra": 1}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("""{"ok": true}""", await answer.Content.ReadAsStringAsync());
        var run = Guid.Parse(answer.Headers.GetValues("X-Workflow-Run-Id").Single());
        var shown = (await UntilAsync(app, run, "succeeded"))["run"]!;
        Assert.Equal(
            """{"tea":"sencha","shop":"Kyoto","tags":["green"],"extra":1,"amount":2.5}""", shown["outputs"]!.ToJsonString());
        Assert.Equal(("webhook", "webhook"), ((string)shown["source"]!, (string)shown["end_user"]!));
        Assert.Equal("POST", (string?)shown["inputs"]!["_webhook_raw"]!["method"]);
        Assert.Null(shown["inputs"]!["_webhook_raw"]!["headers"]!["Cookie"]);

        // What was called again is run again, and the address stays when the app is published again.
        using var again = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs/{run}/restart");
        Assert.Equal("sencha", (string?)(await ReadEventsAsync(again))[^1]["data"]!["outputs"]!["tea"]);
        await SaveAsync(app, Order.Replace("\"Order\"", "\"Orders\"", StringComparison.Ordinal));
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        var later = await TriggerAsync(app);
        Assert.Equal((string?)hook["id"], (string?)later["id"]);
        Assert.Equal("Orders", (string?)later["title"]);
        Assert.Equal((run.ToString(), "succeeded"), ((string?)later["last_run_id"], (string?)later["last_status"]));
    }

    [Theory]
    [InlineData("GET", "?shop=a", null, "application/json", 405, "triggers.wrong_method")]
    [InlineData("POST", "?shop=a", "tea=1", "application/x-www-form-urlencoded", 415, "triggers.wrong_content_type")]
    [InlineData("POST", "", """{"tea": "a"}""", "application/json", 400, "triggers.invalid_call")]
    [InlineData("POST", "?shop=a", """{}""", "application/json", 400, "triggers.invalid_call")]
    [InlineData("POST", "?shop=a", """{"tea": 1}""", "application/json", 400, "triggers.invalid_call")]
    [InlineData("POST", "?shop=a", """{"tea": "a", "tags": [1]}""", "application/json", 400, "triggers.invalid_call")]
    [InlineData("POST", "?shop=a", """{"tea": "a" """, "application/json", 400, "triggers.invalid_call")]
    [InlineData("POST", "?shop=a", """{"tea": "\u0000"}""", "application/json", 400, "triggers.invalid_call")]
    [InlineData("POST", "?shop=a", """{"tea": "a", "f": {"dify_model\u005fidentity": "__dify__file__"}}""", "application/json", 400, "triggers.invalid_call")]
    [InlineData("POST", "?shop=a", null, "application/json", 400, "triggers.invalid_call")]
    public async Task A_call_that_does_not_fit_is_refused_and_nothing_runs(
        string method, string query, string? body, string type, int status, string code)
    {
        var app = await GivenPublishedAsync(Order);
        var hook = await TriggerAsync(app);

        using var answer = await CallHookAsync(new HttpMethod(method), $"{hook["webhook_url"]}{query}", body, type);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
        Assert.Empty(await ListRunsAsync(app));
    }

    [Fact]
    public async Task Only_a_known_webhook_that_is_live_and_on_takes_calls_up_to_ten_megabytes()
    {
        var app = await GivenGraphAsync(Order);
        var hook = await TriggerAsync(app);
        var path = $"{hook["webhook_url"]}?shop=a";
        var switching = $"/api/v1/apps/{app}/triggers/{hook["id"]}";

        await RefusedAsync(path, HttpStatusCode.NotFound, "triggers.not_found");
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        Assert.Equal((string?)hook["id"], (string?)(await TriggerAsync(app))["id"]);
        await CallAsync(HttpMethod.Patch, switching, new { enabled = false });
        await RefusedAsync(path, HttpStatusCode.NotFound, "triggers.disabled");
        await CallAsync(HttpMethod.Patch, switching, new { enabled = true });
        await RefusedAsync($"/triggers/webhook/{Ids.New(Clock)}", HttpStatusCode.NotFound, "triggers.not_found");
        using var large = await CallHookAsync(HttpMethod.Post, path, $$"""{"tea": "{{new string('a', 10 * 1024 * 1024)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var good = await CallHookAsync(HttpMethod.Post, path, """{"tea": "a"}""");
        Assert.Equal(HttpStatusCode.Created, good.StatusCode);

        // Its node is gone, and with it the row.
        await SaveAsync(app, Order.Replace("\"hook\"", "\"other\"", StringComparison.Ordinal));
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        await RefusedAsync(path, HttpStatusCode.NotFound, "triggers.not_found");
        Assert.NotEqual((string?)hook["id"], (string?)(await TriggerAsync(app))["id"]);
    }

    [Fact]
    public async Task A_call_that_waits_hears_what_came_out()
    {
        var graph = Order.Replace("\"async_mode\": true", "\"async_mode\": false, \"timeout\": 60", StringComparison.Ordinal);
        var app = await GivenPublishedAsync(graph);
        var hook = await TriggerAsync(app);
        using var answer = await CallHookAsync(HttpMethod.Post, $"{hook["webhook_url"]}?shop=a", """{"tea": "sencha"}""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("sencha", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["tea"]);

        await SaveAsync(app, graph
            .Replace("\"target\": \"end\"}", "\"target\": \"ask\"}", StringComparison.Ordinal)
            .Replace(
                "{\"id\": \"end\"",
                """{"id": "ask", "data": {"type": "human-input", "title": "?", "form_content": "?", "inputs": [], "user_actions": [{"id": "yes", "title": "Yes"}], "delivery_methods": []}}, {"id": "end" """,
                StringComparison.Ordinal));
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        using var paused = await CallHookAsync(HttpMethod.Post, $"{hook["webhook_url"]}?shop=a", """{"tea": "sencha"}""");
        Assert.Equal(HttpStatusCode.Accepted, paused.StatusCode);
        Assert.Equal("paused", (string?)JsonNode.Parse(await paused.Content.ReadAsStringAsync())!["status"]);
    }

    [Fact]
    public async Task A_form_brings_files()
    {
        var app = await GivenPublishedAsync("""
            {"nodes": [
                {"id": "hook", "data": {"type": "trigger-webhook", "title": "In", "method": "PUT", "content_type": "multipart/form-data",
                    "body": [{"name": "count", "type": "number"}, {"name": "paper", "type": "file", "required": true}], "async_mode": false}},
                {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                    {"variable": "count", "value_selector": ["hook", "count"]},
                    {"variable": "name", "value_selector": ["hook", "paper", "name"]}, {"variable": "size", "value_selector": ["hook", "paper", "size"]}]}}],
             "edges": [{"id": "e1", "source": "hook", "target": "end"}]}
            """);
        var hook = await TriggerAsync(app);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("3"), "count" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("Tea is good.")), "paper", "tea.txt" },
        };

        using var answer = await Host.Client.PutAsync((string)hook["webhook_url"]!, form);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.Equal("""{"count":3,"name":"tea.txt","size":12}""", JsonNode.Parse(text)!.ToJsonString());
    }

    [Fact]
    public async Task A_file_that_a_call_sends_stays_as_long_as_its_run_also_where_no_field_names_it()
    {
        var app = await GivenPublishedAsync("""
            {"nodes": [
                {"id": "hook", "data": {"type": "trigger-webhook", "title": "In", "method": "POST",
                    "content_type": "application/octet-stream", "async_mode": false}},
                {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                    {"variable": "name", "value_selector": ["hook", "_webhook_raw", "body", "raw", "name"]}]}}],
             "edges": [{"id": "e1", "source": "hook", "target": "end"}]}
            """);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("Tea is good."));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=tea.txt");

        using var answer = await Host.Client.PostAsync((string)(await TriggerAsync(app))["webhook_url"]!, content);
        Clock.Advance(TimeSpan.FromDays(3));
        var gone = await Host.Get<FileStore>().TrimAsync(Clock.GetUtcNow(), 100, default);

        Assert.Equal("tea.txt", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["name"]);
        Assert.Equal(0, gone);
        Assert.Equal(1, await Host.Database.ScalarAsync<long>($"SELECT count(*) FROM studio.file WHERE app_id = {app}", default));
    }

    [Fact]
    public async Task The_draft_is_run_while_somebody_listens()
    {
        var app = await GivenGraphAsync(Order);
        var hook = await TriggerAsync(app);
        var path = $"{hook["webhook_debug_url"]}?shop=a";
        await RefusedAsync(path, HttpStatusCode.NotFound, "triggers.nobody_listens");

        string? run;
        using (var listening = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/triggers/{hook["id"]}/listen"))
        {
            using var lines = new StreamReader(await listening.Content.ReadAsStreamAsync());
            Assert.Equal("listening", (string?)(await NextAsync(lines))["event"]);
            Clock.Advance(TimeSpan.FromSeconds(45));
            using var answer = await CallHookAsync(HttpMethod.Post, path, """{"tea": "sencha"}""");
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            var triggered = await NextAsync(lines);
            Assert.Equal("triggered", (string?)triggered["event"]);
            run = (string?)triggered["data"]!["workflow_run_id"];
        }

        var shown = (await UntilAsync(app, Guid.Parse(run!), "succeeded"))["run"]!;
        Assert.Null(shown["version"]);
        Assert.Equal(User, (Guid)shown["user_id"]!);
        await UntilAsync(async () =>
        {
            using var late = await CallHookAsync(HttpMethod.Post, path, """{"tea": "sencha"}""");
            return late.StatusCode == HttpStatusCode.NotFound ? late : null;
        });
    }

    private static async Task<JsonObject> NextAsync(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line[6..])!.AsObject();
            }
        }

        throw new EndOfStreamException();
    }

    private async Task<JsonNode> TriggerAsync(Guid app)
        => Assert.Single((await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/triggers"))!["data"]!.AsArray())!;

    private async Task RefusedAsync(string path, HttpStatusCode status, string code)
    {
        using var answer = await CallHookAsync(HttpMethod.Post, path, """{"tea": "a"}""");
        Assert.Equal((status, code), (answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]));
    }

    private async Task<HttpResponseMessage> CallHookAsync(
        HttpMethod method, string path, string? body, string type = "application/json")
    {
        Clock.Advance(TimeSpan.FromMilliseconds(2));
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Amount", "2.5");
        request.Headers.Add("Cookie", "session=secret");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        return await Host.Client.SendAsync(request);
    }
}
