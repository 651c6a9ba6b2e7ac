using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows.Runs;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Workflows.Runs;

public sealed class WorkflowRunTests(PostgresFixture postgres) : WorkflowAppTest(postgres)
{
    private const string Echo = """
        {"nodes": [
            {"id": "start", "data": {"type": "start", "title": "Start", "variables": [
                {"variable": "topic", "label": "Topic", "type": "text-input", "required": true, "max_length": 20}]}},
            {"id": "end", "data": {"type": "end", "title": "End", "outputs": [
                {"variable": "echo", "value_selector": ["start", "topic"]}]}}],
         "edges": [{"id": "e1", "source": "start", "target": "end"}]}
        """;

    // Asks a person, and says what was chosen and written.
    private const string Approval = """
        {"nodes": [
            {"id": "start", "data": {"type": "start", "title": "Start", "variables": []}},
            {"id": "ask", "data": {"type": "human-input", "title": "Approve?", "form_content": "Say {{#$output.why#}}",
                "inputs": [{"type": "paragraph", "output_variable_name": "why"}],
                "user_actions": [{"id": "yes", "title": "Yes"}, {"id": "no", "title": "No"}],
                "delivery_methods": [{"type": "webapp", "enabled": true}], "timeout": 2, "timeout_unit": "hour"}},
            {"id": "good", "data": {"type": "end", "title": "Good", "outputs": [{"variable": "why", "value_selector": ["ask", "why"]}]}},
            {"id": "bad", "data": {"type": "end", "title": "Bad", "outputs": [{"variable": "no", "value_selector": ["ask", "__action_id"]}]}},
            {"id": "late", "data": {"type": "end", "title": "Late", "outputs": []}}],
         "edges": [{"id": "e1", "source": "start", "target": "ask"},
            {"id": "e2", "source": "ask", "sourceHandle": "yes", "target": "good"},
            {"id": "e3", "source": "ask", "sourceHandle": "no", "target": "bad"},
            {"id": "e4", "source": "ask", "sourceHandle": "__timeout", "target": "late"}]}
        """;

    [Fact]
    public async Task A_program_runs_it_in_one_piece_or_watches_it_and_finds_it_in_the_log()
    {
        var (_, key) = await GivenKeyOfAsync(Echo);

        var whole = await CallWithKeyAsync(HttpMethod.Post, "/v1/workflows/run", key, Run("tea", "blocking"));
        using var response = await SendWithKeyAsync(HttpMethod.Post, "/v1/workflows/run", key, Run("tee", "streaming"));
        var events = await ReadEventsAsync(response);

        Assert.Equal("succeeded", (string?)whole!["data"]!["status"]);
        Assert.Equal("""{"echo":"tea"}""", whole["data"]!["outputs"]!.ToJsonString());
        Assert.Equal((string?)whole["workflow_run_id"], (string?)whole["data"]!["id"]);
        Assert.Equal(
            ["workflow_started", "node_started", "text_chunk", "node_finished", "node_started", "node_finished", "workflow_finished"],
            events.Select(NameOf));
        Assert.All(events, e => Assert.Equal((string?)events[0]["task_id"], (string?)e["workflow_run_id"]));
        var run = await CallWithKeyAsync(HttpMethod.Get, $"/v1/workflows/run/{whole["workflow_run_id"]}", key);
        Assert.Equal("""{"topic":"tea"}""", JsonNode.Parse((string)run!["inputs"]!)!.ToJsonString());
        var logs = await CallWithKeyAsync(HttpMethod.Get, "/v1/workflows/logs?keyword=tee&status=succeeded", key);
        var entry = Assert.Single(logs!["data"]!.AsArray());
        Assert.Equal("u", (string?)entry!["created_by_end_user"]!["session_id"]);
        Assert.Equal(2, (int)(await CallWithKeyAsync(HttpMethod.Get, "/v1/workflows/logs", key))!["total"]!);
    }

    [Fact]
    public async Task An_older_version_is_run_by_its_id()
    {
        var (app, key) = await GivenKeyOfAsync(Echo);
        var first = (string)(await CallWithKeyAsync(HttpMethod.Post, "/v1/workflows/run", key, Run("tea", "blocking")))!
            ["data"]!["workflow_id"]!;
        await SaveAsync(app, Echo.Replace("\"echo\"", "\"again\"", StringComparison.Ordinal));
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");

        var now = await CallWithKeyAsync(HttpMethod.Post, "/v1/workflows/run", key, Run("tea", "blocking"));
        var then = await CallWithKeyAsync(HttpMethod.Post, $"/v1/workflows/{first}/run", key, Run("tea", "blocking"));

        Assert.Equal("""{"again":"tea"}""", now!["data"]!["outputs"]!.ToJsonString());
        Assert.Equal("""{"echo":"tea"}""", then!["data"]!["outputs"]!.ToJsonString());
        var gone = await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/workflows/{Ids.New(Clock)}/run", key, Run("tea", "blocking"), HttpStatusCode.NotFound);
        Assert.Equal("not_found", (string?)gone!["code"]);
    }

    [Theory]
    [InlineData("""{"inputs": {}, "user": "u"}""", "topic is required in input form")]
    [InlineData("""{"inputs": {"topic": "a text of more than twenty letters"}, "user": "u"}""", "topic in input form must be less than 20 characters")]
    [InlineData("""{"inputs": {"topic": {"dify_model_identity": "__dify__file__"}}, "user": "u"}""", "topic in input form must not hold a file")]
    [InlineData("""{"user": "u"}""", "inputs must be provided")]
    [InlineData("""{"inputs": {"topic": "tea"}}""", "user must be provided")]
    public async Task What_does_not_fit_is_refused_in_Difys_words_and_nothing_runs(string body, string sentence)
    {
        var (_, key) = await GivenKeyOfAsync(Echo);

        var error = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/workflows/run", key, JsonNode.Parse(body), HttpStatusCode.BadRequest);

        Assert.Equal("invalid_param", (string?)error!["code"]);
        Assert.StartsWith(sentence, (string?)error["message"], StringComparison.Ordinal);
        Assert.Equal(0, (int)(await CallWithKeyAsync(HttpMethod.Get, "/v1/workflows/logs", key))!["total"]!);
    }

    [Fact]
    public async Task A_run_waits_for_a_person_through_a_restart_and_goes_on_with_the_answer()
    {
        var (_, key) = await GivenKeyOfAsync(Approval);
        var paused = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/workflows/run", key, new { inputs = new { }, user = "u" });
        Assert.Equal("paused", (string?)paused!["data"]!["status"]);
        var run = (Guid)paused["workflow_run_id"]!;
        var token = await Host.Database.ScalarAsync<string>($"SELECT token FROM studio.workflow_form WHERE run_id = {run}", default);

        await using var later = await StudioHost.StartAsync(Postgres, Clock);
        var form = await CallWithKeyAsync(HttpMethod.Get, $"/v1/form/human_input/{token}", key);
        Assert.Equal("Say {{#$output.why#}}", (string?)form!["form_content"]);
        var wrong = await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/form/human_input/{token}", key, new { inputs = new { }, action = "maybe", user = "u" },
            HttpStatusCode.BadRequest);
        Assert.Equal("invalid_form_data", (string?)wrong!["code"]);
        await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/form/human_input/{token}", key, new { inputs = new { why = "It is fine." }, action = "yes", user = "u" });

        using var watch = await SendWithKeyAsync(HttpMethod.Get, $"/v1/workflow/{run}/events?user=u&continue_on_pause=true", key);
        var events = await ReadEventsAsync(watch);
        Assert.Equal(
            ["workflow_started", "node_started", "node_finished", "node_started", "human_input_required", "workflow_paused",
                "workflow_started", "node_started", "human_input_form_filled", "node_finished", "node_started", "node_finished", "workflow_finished"],
            events.Select(NameOf).Where(name => name != "text_chunk"));
        Assert.Equal("""{"why":"It is fine."}""", events[^1]["data"]!["outputs"]!.ToJsonString());
        var again = await CallWithKeyAsync(
            HttpMethod.Post, $"/v1/form/human_input/{token}", key, new { inputs = new { }, action = "no", user = "u" },
            HttpStatusCode.PreconditionFailed);
        Assert.Equal("human_input_form_submitted", (string?)again!["code"]);
    }

    [Fact]
    public async Task A_form_that_nobody_answers_in_time_takes_its_own_way()
    {
        var (app, _) = await GivenKeyOfAsync(Approval);
        var run = await RunInConsoleAsync(app, new { });
        Assert.Equal("workflow_paused", NameOf(run[^1]));

        Clock.Advance(TimeSpan.FromHours(2.1));
        await Host.Get<WorkflowKeeper>().TendAsync(CancellationToken.None);

        var id = (Guid)run[0]["workflow_run_id"]!;
        using var watch = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/workflow-runs/{id}/events");
        var events = await ReadEventsAsync(watch);
        Assert.Contains("human_input_form_timeout", events.Select(NameOf));
        Assert.Equal("workflow_finished", NameOf(events[^1]));
        var detail = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/workflow-runs/{id}");
        Assert.Equal(["start", "ask", "late"], detail!["nodes"]!.AsArray().Select(node => (string)node!["node_id"]!));
        Assert.Equal("succeeded", (string?)detail["run"]!["status"]);
        Assert.NotNull(detail["forms"]![0]!["closed_at"]);
    }

    [Fact]
    public async Task A_waiting_run_is_stopped()
    {
        var (app, key) = await GivenKeyOfAsync(Approval);
        var run = (Guid)(await CallWithKeyAsync(
            HttpMethod.Post, "/v1/workflows/run", key, new { inputs = new { }, user = "u" }))!["workflow_run_id"]!;

        await CallWithKeyAsync(HttpMethod.Post, $"/v1/workflows/tasks/{run}/stop", key, new { user = "somebody else" });
        Assert.Equal("paused", (string?)(await CallWithKeyAsync(HttpMethod.Get, $"/v1/workflows/run/{run}", key))!["status"]);
        await CallWithKeyAsync(HttpMethod.Post, $"/v1/workflows/tasks/{run}/stop", key, new { user = "u" });

        Assert.Equal("stopped", (string?)(await CallWithKeyAsync(HttpMethod.Get, $"/v1/workflows/run/{run}", key))!["status"]);
        var list = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/workflow-runs?status=stopped");
        Assert.Equal(run, (Guid)Assert.Single(list!["data"]!.AsArray())!["id"]!);
    }

    [Fact]
    public async Task A_run_whose_node_is_gone_goes_on_behind_what_was_written_down()
    {
        var (app, _) = await GivenKeyOfAsync(Approval);
        var run = (Guid)(await RunInConsoleAsync(app, new { }))[0]["workflow_run_id"]!;
        // As if the node had broken off just before it wrote down that it waits.
        await Host.Database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_run SET status = 'running', lease_owner = {Ids.New(Clock)}, lease_expires_at = {Clock.GetUtcNow()}
            WHERE id = {run}
            """,
            default);
        await Host.Database.ExecuteAsync(
            $"DELETE FROM studio.workflow_event WHERE run_id = {run} AND name = 'workflow_paused'", default);

        Clock.Advance(TimeSpan.FromSeconds(31));
        await Host.Get<WorkflowKeeper>().TendAsync(CancellationToken.None);
        await UntilAsync(app, run, "paused");

        var detail = await ShowAsync(app, run);
        var form = Assert.Single(detail["forms"]!.AsArray())!;
        Assert.Single(detail["nodes"]!.AsArray(), node => (string?)node!["node_id"] == "start");
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs/{run}/forms/{form["id"]}",
            new { action = "no", inputs = new { why = "late" } }, HttpStatusCode.NoContent);
        await UntilAsync(app, run, "succeeded");
        Assert.Equal("""{"no":"no"}""", (await ShowAsync(app, run))["run"]!["outputs"]!.ToJsonString());
    }

    [Fact]
    public async Task What_a_killed_process_left_is_taken_up_by_the_next_of_the_same_home_without_waiting_for_the_lease()
    {
        var folder = Directory.CreateTempSubdirectory("middeck-home-").FullName;
        var file = Path.Combine(folder, "node");
        var (app, _) = await GivenKeyOfAsync(Approval);
        var run = (Guid)(await RunInConsoleAsync(app, new { }))[0]["workflow_run_id"]!;
        Guid killed;
        await using (var first = await StudioHost.StartAsync(Postgres, Clock, configure: options => options.NodeFile = file))
        {
            killed = first.Get<WorkflowHub>().Node;
            // A second one in the same home, as an upgrade may have it for a moment, takes nothing from it.
            await using var beside = await StudioHost.StartAsync(Postgres, Clock, configure: options => options.NodeFile = file);
            Assert.StartsWith(killed.ToString(), await ReadAsync(file), StringComparison.Ordinal);
        }

        // As if it had been killed just before it wrote down that it waits.
        await Host.Database.ExecuteAsync(
            $"""
            UPDATE studio.workflow_run SET status = 'running', lease_owner = {killed}, lease_expires_at = {Clock.GetUtcNow() + TimeSpan.FromSeconds(30)}
            WHERE id = {run}
            """,
            default);
        await Host.Database.ExecuteAsync(
            $"DELETE FROM studio.workflow_event WHERE run_id = {run} AND name = 'workflow_paused'", default);
        await using (await StudioHost.StartAsync(Postgres, Clock, configure: options => options.NodeFile = file))
        {
            await UntilAsync(app, run, "paused");
        }

        Directory.Delete(folder, recursive: true);

        // Locks of files are the process's; this test is the same process, and so reads past them.
        static async Task<string> ReadAsync(string path)
        {
            using var reading = Process.Start(new ProcessStartInfo("cat", [path]) { RedirectStandardOutput = true })!;
            return await reading.StandardOutput.ReadToEndAsync();
        }
    }

    [Fact]
    public async Task One_node_of_a_draft_is_tried_out_with_what_it_reads()
    {
        var app = await GivenGraphAsync(Echo);

        var events = await RunInConsoleAsync(
            app, new { draft = true, node_id = "end", preset = new { start = new { topic = "given" } } });

        Assert.Equal("""{"echo":"given"}""", events[^1]["data"]!["outputs"]!.ToJsonString());
        Assert.DoesNotContain(events, e => (string?)e["data"]!["node_id"] == "start");
        var refused = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs", new { draft = true, inputs = new { } }, HttpStatusCode.BadRequest);
        Assert.Equal("workflows.invalid_input", (string?)refused!["code"]);
    }

    [Fact]
    public async Task A_chat_answers_with_its_graph_and_remembers_what_it_is_told_to()
    {
        var app = await GivenGraphAsync("""
            {"nodes": [
                {"id": "start", "data": {"type": "start", "title": "Start", "variables": []}},
                {"id": "note", "data": {"type": "assigner", "title": "Note", "version": "2", "items": [
                    {"variable_selector": ["conversation", "asked"], "input_type": "variable", "operation": "append",
                     "value": ["sys", "query"]}]}},
                {"id": "answer", "data": {"type": "answer", "title": "Answer",
                    "answer": "So far: {{#conversation.asked#}} ({{#sys.dialogue_count#}})"}}],
             "edges": [{"id": "e1", "source": "start", "target": "note"}, {"id": "e2", "source": "note", "target": "answer"}]}
            """,
            "advanced-chat", conversation: """[{"id": "v", "name": "asked", "value_type": "array[string]", "value": []}]""");

        var first = await AskAsync(app, "tea?", new { draft = true });
        var second = await AskAsync(app, "milk?", new { draft = true, conversation_id = (Guid)first[0]["conversation_id"]! });

        Assert.Equal(
            ["message_start", "workflow_started", "node_started", "node_finished", "node_started", "message", "node_finished",
                "node_started", "node_finished", "workflow_finished", "message_end"],
            Collapsed(first));
        Assert.Equal("So far: - tea? (0)", TextOf(first));
        Assert.Equal("So far: - tea?\n- milk? (1)", TextOf(second));
        Assert.All(first.Where(e => e.ContainsKey("workflow_run_id")), e => Assert.Equal((string?)first[0]["message_id"], (string?)e["message_id"]));
        Assert.Equal("So far: - tea?\n- milk? (1)", (string?)(await StoredAnswerAsync(second))["answer"]);
    }

    [Fact]
    public async Task A_file_that_a_run_was_given_stays_as_long_as_the_run_does()
    {
        var (app, key) = await GivenKeyOfAsync(Echo
            .Replace("text-input", "file", StringComparison.Ordinal)
            .Replace("\"max_length\": 20", """
                "allowed_file_types": ["document"], "allowed_file_upload_methods": ["local_file"]
                """, StringComparison.Ordinal));
        var used = await UploadAsync(key);
        await UploadAsync(key);

        var answer = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/workflows/run", key,
            new { user = "u", inputs = new { topic = new { type = "document", transfer_method = "local_file", upload_file_id = used } } });
        Clock.Advance(TimeSpan.FromDays(3));
        var gone = await Host.Get<FileStore>().TrimAsync(Clock.GetUtcNow(), 100, default);

        Assert.Equal("plan.txt", (string?)answer!["data"]!["outputs"]!["echo"]!["filename"]);
        Assert.Equal(1, gone);
        Assert.Equal(used, await Host.Database.ScalarAsync<Guid>($"SELECT id FROM studio.file WHERE app_id = {app}", default));
    }

    [Fact]
    public async Task Whoever_asks_a_workflow_like_a_chat_gets_its_outputs_as_the_answer()
    {
        var (app, key) = await GivenKeyOfAsync(Echo);

        var answer = await CallWithKeyAsync(
            HttpMethod.Post, "/api/v1/chat/completions", key, new { messages = new[] { new { role = "user", content = "tea" } } });
        var events = await AskAsync(app, "", new { inputs = new { topic = "milk" } });

        Assert.Equal("tea", (string?)answer!["choices"]![0]!["message"]!["content"]);
        Assert.Equal("milk", TextOf(events));
    }

    [Fact]
    public async Task A_chat_waits_for_a_person_and_its_answer_goes_on_from_there()
    {
        var app = await GivenGraphAsync("""
            {"nodes": [
                {"id": "start", "data": {"type": "start", "title": "Start", "variables": []}},
                {"id": "wait", "data": {"type": "answer", "title": "Wait", "answer": "One moment. "}},
                {"id": "ask", "data": {"type": "human-input", "title": "Which?", "form_content": "?", "inputs": [],
                    "user_actions": [{"id": "tea", "title": "Tea"}], "delivery_methods": [], "timeout": 1, "timeout_unit": "hour"}},
                {"id": "answer", "data": {"type": "answer", "title": "Answer", "answer": "It is {{#ask.__action_id#}}."}}],
             "edges": [{"id": "e1", "source": "start", "target": "wait"}, {"id": "e2", "source": "wait", "target": "ask"},
                {"id": "e3", "source": "ask", "sourceHandle": "tea", "target": "answer"}]}
            """,
            "advanced-chat");
        var events = await AskAsync(app, "What?", new { draft = true });
        Assert.Equal("workflow_paused", NameOf(events[^1]));
        var (run, message) = ((Guid)events[^1]["workflow_run_id"]!, (Guid)events[^1]["message_id"]!);
        var form = (await ShowAsync(app, run))["forms"]![0]!;

        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs/{run}/forms/{form["id"]}", new { action = "tea" },
            HttpStatusCode.NoContent);

        using var watch = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/chat/{message}/events");
        var rest = await ReadEventsAsync(watch);
        Assert.Equal("One moment. It is tea.", TextOf(rest));
        Assert.Equal("message_end", NameOf(rest[^1]));
        Assert.Equal("One moment. It is tea.", (string?)(await StoredAnswerAsync(rest))["answer"]);
    }

    private static object Run(string topic, string mode) => new { inputs = new { topic }, user = "u", response_mode = mode };

    private static List<string> Collapsed(IEnumerable<JsonObject> events)
        => events.Select(NameOf).Aggregate(
            new List<string>(), (names, name) => name == "message" && names[^1] == name ? names : [.. names, name]);

    private async Task<Guid> UploadAsync(string key)
    {
        using var content = new ByteArrayContent("The exits are marked."u8.ToArray());
        using var form = new MultipartFormDataContent { { content, "file", "plan.txt" }, { new StringContent("u"), "user" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/files/upload") { Content = form };
        request.Headers.Add("Authorization", $"Bearer {key}");
        using var answer = await Host.Client.SendAsync(request);
        return (Guid)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
    }

    private async Task<List<JsonObject>> RunInConsoleAsync(Guid app, object body)
    {
        using var response = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/workflow-runs", body);
        Assert.True(response.IsSuccessStatusCode, response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync());
        return await ReadEventsAsync(response);
    }

    private async Task<(Guid App, string Key)> GivenKeyOfAsync(string graph)
    {
        var app = await GivenPublishedAsync(graph);
        return (app, await GivenKeyAsync(app));
    }
}
