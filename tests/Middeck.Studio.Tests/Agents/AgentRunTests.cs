using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Agents;

public sealed class AgentRunTests(PostgresFixture postgres) : AgentTest(postgres)
{
    private protected override void Configure(StudioOptions options)
    {
        options.ToolResultLength = 1_000;
        options.MaxAnswerLength = 5_000;
    }

    [Fact]
    public async Task Tools_are_called_until_the_model_answers_and_every_step_is_told_kept_and_traced()
    {
        var script = new AgentScript()
            .Calls("eval_expression", new { expression = "1/8 + 2^64" }, "Let me calculate.")
            .Says("It is a lot.");
        var app = await GivenAgentAsync(script, null, "maths/eval_expression");

        var events = await AskAsync(app, "How much?");

        Assert.Equal("Let me calculate.\n\nIt is a lot.", AnswerOf(events));
        var step = Assert.Single(StepsOf(events));
        Assert.Equal(("Let me calculate.", 17), ((string?)step["thought"], (int)step["answer_end"]!));
        var call = step["calls"]![0]!;
        Assert.Equal(("eval_expression", "succeeded", "18446744073709551616.125"), ((string?)call["tool"], (string?)call["status"], (string?)call["output"]));
        var end = Named(events, "message_end").Single();
        Assert.Equal((14, 6), ((int)end["metadata"]!["usage"]!["prompt_tokens"]!, (int)end["metadata"]!["usage"]!["completion_tokens"]!));
        var told = Host.Models.Calls.Last().Messages;
        Assert.Equal("18446744073709551616.125", told[^1].Contents.OfType<FunctionResultContent>().Single().Result);

        var stored = await StoredAnswerAsync(events);
        Assert.Equal(step.ToJsonString(), stored["steps"]![0]!.ToJsonString());
        Assert.Equal("It is a lot.", (string?)stored["steps"]![1]!["thought"]);
        var trace = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/messages/{stored["id"]}/trace");
        Assert.Equal(["prompt", "model", "tool", "model"], trace!["steps"]!.AsArray().Select(one => (string?)one!["kind"]));
    }

    [Fact]
    public async Task Several_tools_of_one_step_run_and_answer_in_their_order()
    {
        var script = new AgentScript()
            .CallsBoth(("weekday", new { year = 2026, month = 11, day = 21 }), ("eval_expression", new { expression = "6*7" }))
            .Says("Done.");
        var app = await GivenAgentAsync(script, null, "time/weekday", "maths/eval_expression");

        var step = Assert.Single(StepsOf(await AskAsync(app, "Both?")));

        Assert.Equal(["2026-11-21 is a Saturday.", "42"], step["calls"]!.AsArray().Select(call => (string?)call!["output"]));
        Assert.Equal(
            ["1", "2"],
            Host.Models.Calls.Last().Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => result.CallId));
    }

    [Theory]
    [InlineData("eval_expression", """{"expression": "1/0"}""", "divides by zero")]
    [InlineData("eval_expression", """{"expression": """, "not a JSON object")]
    [InlineData("eval_expression", """{}""", "expression is needed")]
    [InlineData("no_such_tool", """{"a": 1}""", "There is no tool 'no_such_tool'. There are: eval_expression.")]
    public async Task What_goes_wrong_is_told_to_the_model_which_goes_on(string tool, string arguments, string said)
    {
        var script = new AgentScript().Does(_ => [AgentScript.Written(tool, arguments)]).Says("I could not.");
        var app = await GivenAgentAsync(script, null, "maths/eval_expression");

        var events = await AskAsync(app, "Try.");

        Assert.Equal("I could not.", AnswerOf(events));
        var call = StepsOf(events).Single()["calls"]![0]!;
        Assert.Equal("failed", (string?)call["status"]);
        Assert.Contains(said, (string?)call["output"], StringComparison.Ordinal);
        Assert.Contains(said, (string?)Host.Models.Calls.Last().Messages[^1].Contents.OfType<FunctionResultContent>().Single().Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_step_the_model_has_to_answer_without_tools()
    {
        var script = new AgentScript().Does(messages => messages[^1].Role == ChatRole.User && messages[^1].Text.StartsWith("No more tools", StringComparison.Ordinal)
            ? [new TextContent("That is all.")]
            : [AgentScript.Written("current_time", "{}")]);
        var app = await GivenAgentAsync(script, new { max_iteration = 3 }, "time/current_time");

        var events = await AskAsync(app, "Loop.");

        Assert.Equal("That is all.", AnswerOf(events));
        Assert.Equal(3, StepsOf(events).Count);
        Assert.Equal([true, true, true, false], Host.Models.Calls.Select(call => call.Options?.Tools is not null));
    }

    [Fact]
    public async Task A_huge_result_is_cut()
    {
        var script = new AgentScript().Calls("eval_expression", new { expression = "9^4000" }).Says("Large.");
        var app = await GivenAgentAsync(script, null, "maths/eval_expression");

        var output = (string)StepsOf(await AskAsync(app, "Large?")).Single()["calls"]![0]!["output"]!;

        Assert.InRange(output.Length, 1_000, 1_100);
        Assert.EndsWith("(cut: 3,817 characters in all)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_nobody_has_is_told_at_the_import_and_ends_the_run_that_reaches_it()
    {
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(
            """
            app: {name: Channels, mode: agent-chat}
            kind: app
            version: 0.6.0
            model_config:
              model: {provider: mock, name: thinker}
              agent_mode:
                enabled: true
                strategy: cot
                tools:
                - {enabled: true, provider_type: builtin, provider_id: langgenius/time/time, tool_name: current_time, tool_parameters: {}}
                - {enabled: true, provider_type: builtin, provider_id: youtube, tool_name: youtube_video_statistics, tool_label: Video statistics, tool_parameters: {channel: '', start_date: ''}}
                - {enabled: false, provider_type: builtin, provider_id: dalle, tool_name: dalle3, tool_parameters: {}}
            """));
        file.Headers.ContentType = new("application/yaml");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/apps/import") { Content = file };
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        using var response = await Host.Client.SendAsync(request);
        var result = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        const string Sentence = "The tool 'youtube_video_statistics' is not there; choose another.";
        Assert.Equal(
            ("unknown_tool", Sentence, "model_config.agent_mode.tools[1]"),
            result["warnings"]!.AsArray().Select(one => ((string)one!["code"]!, (string)one["message"]!, (string)one["path"]!)).Single());
        var app = (Guid)result["app_id"]!;
        Host.Models.Script = new AgentScript()
            .Says("Thought: look\nAction: current_time\nAction Input: {}")
            .Says("Thought: now\nAction: youtube_video_statistics\nAction Input: {\"channel\": \"x\"}").AnswerAsync;

        var events = await AskAsync(app, "Statistics?", new { draft = true });

        Assert.Equal((NameOf(events[^1]), Sentence), ("error", (string?)events[^1]["message"]));
        Assert.Equal(["succeeded", "stopped"], StepsOf(events).Select(step => (string?)step["calls"]![0]!["status"]));
    }

    [Fact]
    public async Task Knowledge_is_a_tool_and_what_it_finds_is_cited_by_numbers_through_all_searches()
    {
        Host.Knowledge.Holds("rules.pdf", "Leave is requested two weeks ahead.");
        var script = new AgentScript()
            .Calls("knowledge_search", new { query = "leave" })
            .Does(_ =>
            {
                Host.Knowledge.Hits.Insert(0, Host.Knowledge.Hits[0] with { ChunkId = Ids.New(TimeProvider.System), Content = "Another." });
                return [AgentScript.Written("knowledge_search", """{"query": "holiday"}""")];
            })
            .Says("Two weeks [1].");
        var app = await GivenAgentAsync(script, new { dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { enabled = true, id = Ids.New(TimeProvider.System) } } } } } });

        var events = await AskAsync(app, "How early?");

        Assert.Empty(events[0]["citations"]!.AsArray());
        var cited = Named(events, "message_end").Single()["metadata"]!["retriever_resources"]!.AsArray();
        Assert.Equal([(1, "Leave is requested two weeks ahead."), (2, "Another.")], cited.Select(one => ((int)one!["position"]!, (string)one["content"]!)));
        var second = (string)StepsOf(events)[1]["calls"]![0]!["output"]!;
        Assert.True(second.IndexOf("[2] rules.pdf", StringComparison.Ordinal) < second.IndexOf("[1] rules.pdf", StringComparison.Ordinal));
        Assert.Null(Host.Models.Calls.First().Messages.FirstOrDefault(message => message.Role == ChatRole.System));
    }

    [Fact]
    public async Task A_model_without_functions_is_asked_in_writing()
    {
        var refusal = new FaultException(new Fault(
            FaultKind.Upstream, "models.upstream_rejected", "No.",
            Extensions: new Dictionary<string, object?> { ["upstream_status"] = 400, ["upstream_message"] = "mock does not support tools" }));
        var script = new AgentScript()
            .Does(_ => throw refusal)
            .Says("思考：要算\n行动：eval_expression\n行动输入：{\"expression\": \"6 × 7\"}\n观察：41")
            .Says("思考：可以回答了\n最终答案：是 42。");
        var app = await GivenAgentAsync(script, null, "maths/eval_expression");

        var events = await AskAsync(app, "六乘七是多少？");

        Assert.Equal("是 42。", AnswerOf(events));
        Assert.Equal("42", (string?)StepsOf(events).Single()["calls"]![0]!["output"]);
        Assert.Contains("eval_expression", Host.Models.Calls.ElementAt(1).Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal("观察：42", Host.Models.Calls.Last().Messages[^1].Text);
    }

    [Fact]
    public async Task The_built_in_model_is_given_the_passages_and_no_tools()
    {
        Host.Knowledge.Holds("rules.pdf", "Leave is requested two weeks ahead.");
        var app = await GivenAgentAsync(
            new AgentScript().Says("Found in your documents: two weeks [1]."),
            new { model = new { provider = "builtin", name = "extractive" }, dataset_configs = new { datasets = new { datasets = new[] { new { dataset = new { enabled = true, id = Ids.New(TimeProvider.System) } } } } } },
            "time/current_time");

        var events = await AskAsync(app, "How early?");

        Assert.Single(events[0]["citations"]!.AsArray());
        Assert.Null(Assert.Single(Host.Models.Calls).Options!.Tools);
        Assert.Empty(StepsOf(events));
    }

    [Fact]
    public async Task A_chart_becomes_a_file_of_the_answer()
    {
        var script = new AgentScript()
            .Calls("bar_chart", new { data = new[] { 3, 5 }, x_axis = new[] { "一月", "二月" }, title = "销售额" })
            .Says("五月最好。");
        var app = await GivenAgentAsync(script, null, "chart/bar_chart");

        var events = await AskAsync(app, "画图");

        var made = Named(events, "message_file").Single()["file"]!;
        Assert.Equal(("销售额.svg", "image"), ((string?)made["name"], (string?)made["kind"]));
        Assert.Equal((string?)made["id"], (string?)StepsOf(events).Single()["calls"]![0]!["files"]![0]);
        var stored = await StoredAnswerAsync(events);
        using var picture = await Host.Client.GetAsync((string)stored["made_files"]![0]!["url"]!);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.Contains("二月", await picture.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        var app = await GivenAgentAsync(new AgentScript().Says(new string('a', 6_000)), null, "time/current_time");

        Assert.Contains("more than 5,000 characters", (string?)(await AskAsync(app, "Go on.")).Last()["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"agent_mode": {"max_iteration": 100}}""", "config.agent_mode.max_iteration")]
    [InlineData("""{"agent_mode": {"tools": "all"}}""", "config.agent_mode.tools")]
    [InlineData("""{"agent_mode": {"tools": [{"tool_name": "a", "middeck": {"confirm": "yes"}}]}}""", "config.agent_mode.tools[0].middeck.confirm")]
    public async Task A_configuration_that_cannot_work_is_refused(string config, string field)
    {
        var refused = await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "a", mode = "agent-chat", config = JsonNode.Parse(config) }, HttpStatusCode.BadRequest);

        Assert.Equal("apps.invalid_config", (string?)refused!["code"]);
        Assert.Contains(field, refused.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_app_of_an_older_file_works_by_itself_when_its_file_says_so()
    {
        Host.Models.Script = new AgentScript().Calls("current_time").Says("Now.").AnswerAsync;
        var app = await GivenPublishedAppAsync(Config(null, "time/current_time"));

        Assert.Single(StepsOf(await AskAsync(app, "When?")));
    }
}
