using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.ScriptedModel;
using Middeck.Studio.Chat;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

[Collection(NodeCollection.Name)]
public sealed class LlmNodeTests(NodeHost host)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private static readonly object Schema = new
    {
        type = "object",
        properties = new { name = new { type = "string" }, age = new { type = "integer" } },
        required = new[] { "name", "age" },
    };

    [Fact]
    public async Task A_prompt_is_filled_in_and_the_conversation_stands_between_it_and_the_question()
    {
        var request = host.Request(
            NodeGraph.Of("llm", new
            {
                model = new
                {
                    provider = "langgenius/mock/mock",
                    name = "script",
                    mode = "chat",
                    completion_params = new { temperature = "{{#start.heat#}}", stop = new[] { "{{#start.mark#}}" }, response_format = "json_object" },
                },
                prompt_template = new object[]
                {
                    new { role = "system", text = "Tags {{#start.tags#}}, {{#start.on#}}, {{#start.gone#}}. From:\n{{#context#}}" },
                    new { role = "assistant", text = "" },
                },
                context = new { enabled = true, variable_selector = new[] { "start", "found" } },
                memory = new
                {
                    window = new { enabled = true, size = 1 },
                    query_prompt_template = "Now: {{#sys.query#}}",
                },
                vision = new { enabled = false },
            }),
            """
            {"heat": 0.25, "mark": "END", "tags": [1, true], "on": true,
             "found": [{"metadata": {"_source": "knowledge"}, "title": "a", "content": "One {{#start.mark#}}."},
                       {"metadata": {"_source": "knowledge"}, "title": "b", "content": "Two."}]}
            """,
            query: "And Wednesday?",
            history: [new ChatTurn("Monday?", "Closed."), new ChatTurn("Tuesday?", "Open.")]);
        host.Model.Enqueue("Open ", "too.");

        var (run, asked) = await host.AskAsync(request);

        var body = Assert.Single(asked);
        Assert.Equal(
            [
                "system: Tags [1, True], True, {{#start.gone#}}. From:\nOne {{#start.mark#}}.\nTwo.",
                "user: Tuesday?",
                "assistant: Open.",
                "user: Now: And Wednesday?",
            ],
            Told(body));
        Assert.Equal(0.25, body.GetProperty("temperature").GetDouble());
        Assert.Equal("END", body.GetProperty("stop")[0].GetString());
        Assert.Equal("json_object", body.GetProperty("response_format").GetProperty("type").GetString());
        var result = run.Result("n");
        Assert.Equal("Open too.", result.Outputs["text"].Text);
        Assert.Equal("stop", result.Outputs["finish_reason"].Text);
        Assert.Equal(12, result.Outputs["usage"].Fields["prompt_tokens"].Integer);
        Assert.Equal(46, result.Usage.TotalTokens);
        Assert.Equal("One {{#start.mark#}}.\nTwo.", result.Inputs["#context#"].Text);
        Assert.Equal(
            ("chat", "mock", "script", 4),
            (result.ProcessData["model_mode"].Text, result.ProcessData["model_provider"].Text, result.ProcessData["model_name"].Text,
                result.ProcessData["prompts"].Items.Count));
        Assert.DoesNotContain("middeck_model_replaced", result.ProcessData.Keys);
    }

    [Fact]
    public async Task A_prompt_in_one_text_has_the_conversation_where_it_says_so()
    {
        var request = host.Request(
            NodeGraph.Of("llm", new
            {
                model = new { provider = "mock", name = "script", mode = "completion" },
                prompt_template = new { text = "{{#histories#}}\nGuest: {{#sys.query#}}\nBot:", edition_type = "basic" },
                memory = new { window = new { enabled = false, size = 10 }, role_prefix = new { user = "Guest", assistant = "Bot" } },
            }),
            query: "Tea?",
            history: [new ChatTurn("Hi", "Hello")]);
        host.Model.Enqueue("Yes.");

        var (_, asked) = await host.AskAsync(request);

        Assert.Equal(["user: Guest: Hi\nBot: Hello\nGuest: Tea?\nBot:"], Told(Assert.Single(asked)));
    }

    [Fact]
    public async Task Text_leaves_piece_by_piece_before_the_answer_node_begins()
    {
        var hold = new TaskCompletionSource();
        host.Model.Enqueue(new ScriptedReply { Chunks = ["Hel", "lo"], HoldAfterFirstChunk = hold.Task });
        var request = host.Request(NodeGraph.Of(
            ("n", "llm", Llm("Say hello")), ("answer", "answer", new { answer = "It says: {{#n.text#}}!" })));
        var run = new NodeRun();

        await foreach (var what in host.Engine().RunAsync(request, CancellationToken.None))
        {
            run.Events.Add(what);
            if (what is TextChunk { Text: "Hel" })
            {
                // The model goes on only now: what it has said so far is out already.
                hold.SetResult();
            }
        }

        Assert.Equal(["It says: ", "Hel", "lo", "!"], run.Chunks);
        Assert.True(run.Events.FindLastIndex(what => what is TextChunk)
            < run.Events.FindIndex(what => what is NodeStarted { Execution.Node.Id: "answer" }));
    }

    [Fact]
    public async Task Separated_thoughts_are_told_apart_from_the_text()
    {
        host.Model.Enqueue("<thi", "nk>First", ", this.</th", "ink>\n\nYes", ", sir.\n");
        var graph = NodeGraph.Of(
            ("n", "llm", Llm("?", ("reasoning_format", "separated"))), ("answer", "answer", new { answer = "{{#n.text#}}" }));

        var run = await host.RunAsync(host.Request(graph));

        Assert.Equal("Yes, sir.", run.Text);
        Assert.DoesNotContain(run.Events, what => what is TextReplaced);
        Assert.Equal("First, this.", run.Thoughts);
        Assert.Equal("First, this.", run.Result("n").Outputs["reasoning_content"].Text);
        Assert.Equal("Yes, sir.", run.Result("n").Outputs["text"].Text);
    }

    [Fact]
    public async Task Tagged_thoughts_stand_in_the_text_also_when_the_provider_sends_them_beside_it()
    {
        host.Model.Enqueue(new ScriptedReply
        {
            Deltas =
            [
                new JsonObject { ["reasoning_content"] = "First" }, new JsonObject { ["reasoning_content"] = ", this." },
                new JsonObject { ["content"] = "Yes." },
            ],
        });

        var run = await host.RunAsync(host.Request(NodeGraph.Of("llm", Llm("?"))));

        Assert.Equal("<think>\nFirst, this.\n</think>Yes.", run.Result("n").Outputs["text"].Text);
        Assert.Equal("", run.Result("n").Outputs["reasoning_content"].Text);
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_its_schema_is_asked_for_once_more()
    {
        host.Model.Enqueue("""{"name": "Li"}""");
        host.Model.Enqueue("Sure:\n```json\n{'name': 'Li', \"age\": 30,}\n```");
        var graph = NodeGraph.Of("llm", Structured());

        var (run, asked) = await host.AskAsync(host.Request(graph));

        Assert.Equal("""{"name":"Li","age":30}""", run.Output("n", "structured_output"));
        Assert.Equal(92, run.Result("n").Usage.TotalTokens);
        Assert.Equal(
            "integer",
            asked[0].GetProperty("response_format").GetProperty("json_schema").GetProperty("schema")
                .GetProperty("properties").GetProperty("age").GetProperty("type").GetString());
        Assert.False(asked[1].TryGetProperty("response_format", out _));
        Assert.Contains("structured_output.age is missing", Told(asked[1])[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_fits_is_a_failure_that_a_default_value_stands_in_for()
    {
        host.Model.Enqueue("I would rather not.");
        host.Model.Enqueue("No.");
        var graph = NodeGraph.Of(
            ("n", "llm", Structured(
                ("error_strategy", "default-value"),
                ("default_value", new[] { new { key = "text", type = "string", value = "nobody" } }))),
            ("end", "end", new { outputs = new[] { new { variable = "x", value_selector = new[] { "n", "text" } } } }));

        var run = await host.RunAsync(host.Request(graph));

        Assert.Equal((RunStatus.PartialSucceeded, "nobody"), (run.Finished.Status, run.Finished.Outputs["x"].Text));
        var result = run.Result("n");
        Assert.Equal("OutputParserError", result.ErrorKind);
        Assert.Contains("holds no JSON object", result.Error, StringComparison.Ordinal);
        Assert.Equal(92, result.Usage.TotalTokens);
    }

    [Theory]
    [InlineData("langgenius/tongyi/tongyi", "script", "mock/script")]
    [InlineData("google", "gemini-2.0-flash-exp", "mock/script")]
    [InlineData("openai", "seeing-echo", "mock/seeing-echo")]
    public async Task A_model_that_the_workspace_does_not_have_is_replaced_with_a_word(string provider, string name, string used)
    {
        if (used == "mock/script")
        {
            host.Model.Enqueue("Here.");
        }

        var run = await host.RunAsync(host.Request(NodeGraph.Of("llm", Llm("Here.", ("model", new { provider, name, mode = "chat" })))));

        var result = run.Result("n");
        Assert.Equal("Here.", result.Outputs["text"].Text);
        Assert.Contains($"'{used}' was asked in its place", result.ProcessData["middeck_model_replaced"].Text, StringComparison.Ordinal);
        Assert.Contains(name, result.Metadata["middeck_model_replaced"].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("truncated", "models.upstream_cut_off")]
    [InlineData("fail-400", "models.upstream_rejected")]
    public async Task A_model_that_breaks_off_fails_the_node_and_shows_what_it_was_told(string model, string kind)
    {
        var run = await host.RunAsync(host.Request(NodeGraph.Of(
            "llm", Llm("Go on", ("model", new { provider = "mock", name = model, mode = "chat" })))));

        var result = run.Result("n");
        Assert.Equal((RunStatus.Failed, kind), (run.Finished.Status, result.ErrorKind));
        Assert.Equal("Go on", result.ProcessData["prompts"].Items[0].Fields["text"].Text);
    }

    [Fact]
    public async Task A_stop_closes_the_connection_to_a_model_that_never_ends()
    {
        var graph = NodeGraph.Of(
            ("n", "llm", Llm("Go on", ("model", new { provider = "mock", name = "pause", mode = "chat" }))),
            ("answer", "answer", new { answer = "{{#n.text#}}" }));
        using var stop = new CancellationTokenSource();
        var run = new NodeRun();

        await foreach (var what in host.Engine().RunAsync(host.Request(graph), stop.Token))
        {
            run.Events.Add(what);
            if (run.Text == "It begins well ")
            {
                await stop.CancelAsync();
            }
        }

        Assert.Equal(RunStatus.Stopped, run.Finished.Status);
        await (await host.Model.WaitForRequestAsync(seen => seen.Model == "pause")).Aborted.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Files_go_with_the_last_message_of_a_person()
    {
        var picture = await host.GivenFileAsync("cat.png", Png);
        var document = await host.GivenFileAsync("notes.md", Encoding.UTF8.GetBytes("The cat is called Mao."));
        var request = host.Request(NodeGraph.Of("llm", new
        {
            model = NodeGraph.Script,
            prompt_template = new object[]
            {
                new { role = "system", text = "Look {{#start.note#}}" }, new { role = "user", text = "Who is it?" },
            },
            vision = new { enabled = true, configs = new { variable_selector = new[] { "start", "pictures" }, detail = "low" } },
        }));
        host.Model.Enqueue("Mao.");

        var (run, asked) = await host.AskAsync(request with
        {
            Inputs = new Dictionary<string, Segment>
            {
                ["note"] = Segment.Of(document),
                ["pictures"] = Segment.Of([Segment.Of(picture)], SegmentType.ArrayFile),
            },
        });

        var messages = Assert.Single(asked).GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user", "user"], messages.Select(message => message.GetProperty("role").GetString()));
        Assert.Contains("The cat is called Mao.", messages[1].GetProperty("content").GetString(), StringComparison.Ordinal);
        var parts = messages[2].GetProperty("content");
        Assert.Equal("Who is it?", parts[0].GetProperty("text").GetString());
        var image = parts[1].GetProperty("image_url");
        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(Png)}", image.GetProperty("url").GetString());
        Assert.Equal("low", image.GetProperty("detail").GetString());
        Assert.DoesNotContain(
            Convert.ToBase64String(Png), run.Result("n").ProcessData["prompts"].ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_get_their_variables_as_they_are_and_what_is_missing_as_nothing()
    {
        var graph = NodeGraph.Of("llm", new
        {
            model = NodeGraph.Script,
            prompt_template = new object[] { new { role = "user", edition_type = "jinja2", jinja2_text = "{% for x in list %}{{ x.a }}{% endfor %} and {{ gone or 'nothing' }}", text = "no" } },
            prompt_config = new
            {
                jinja2_variables = new object[]
                {
                    new { variable = "list", value_selector = new[] { "start", "list" } },
                    new { variable = "gone", value_selector = new[] { "start", "gone" } },
                },
            },
        });
        host.Model.Enqueue("Done.");

        var (_, asked) = await host.AskAsync(host.Request(graph, """{"list": [{"a": 1}, {"a": 2}]}"""));

        Assert.Equal(["user: 12 and nothing"], Told(Assert.Single(asked)));
    }

    [Fact]
    public async Task Where_there_are_only_instructions_the_last_one_is_the_question()
    {
        host.Model.Enqueue("Spring.");

        var (_, asked) = await host.AskAsync(host.Request(NodeGraph.Of("llm", new
        {
            model = NodeGraph.Script,
            prompt_template = new[] { new { role = "system", text = "You write couplets." }, new { role = "system", text = "Write one." } },
        })));

        Assert.Equal(["system: You write couplets.", "user: Write one."], Told(Assert.Single(asked)));
    }

    [Fact]
    public async Task Secrets_reach_the_model_and_nobody_who_looks_at_the_run()
    {
        host.Model.Enqueue("Done.");
        var request = host.Request(NodeGraph.Of("llm", Llm("Open {{#env.door#}}"))) with
        {
            Environment = new Dictionary<string, Segment> { ["door"] = Segment.SecretOf("sesame") },
        };

        var (run, asked) = await host.AskAsync(request);

        Assert.Equal(["user: Open sesame"], Told(Assert.Single(asked)));
        Assert.Equal("Open ******", run.Result("n").ProcessData["prompts"].Items[0].Fields["text"].Text);
        Assert.Equal("******", run.Result("n").Inputs["#env.door#"].Text);
    }

    [Fact]
    public async Task A_prompt_that_comes_to_nothing_is_a_failure_that_says_so()
    {
        var run = await host.RunAsync(host.Request(NodeGraph.Of("llm", Llm("{{#start.empty#}}")), """{"empty": ""}"""));

        Assert.Equal("NoPromptFoundError", run.Result("n").ErrorKind);
    }

    private static List<string> Told(JsonElement body)
        => [.. body.GetProperty("messages").EnumerateArray()
            .Select(message => $"{message.GetProperty("role").GetString()}: {message.GetProperty("content").GetString()}")];

    private static JsonObject Llm(string text, params (string Name, object Value)[] more)
    {
        var data = (JsonObject)JsonSerializer.SerializeToNode(new
        {
            model = NodeGraph.Script,
            prompt_template = new[] { new { role = "user", text } },
        })!;
        foreach (var (name, value) in more)
        {
            data[name] = JsonSerializer.SerializeToNode(value);
        }

        return data;
    }

    private static JsonObject Structured(params (string Name, object Value)[] more) => Llm(
        "Who?", [("structured_output_enabled", true), ("structured_output", new { schema = Schema }), .. more]);
}
