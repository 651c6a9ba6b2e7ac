using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Events;

public sealed class DifyEventWriterTests
{
    private static readonly DifyEventContext _context = new("task", "run") { CreatedBy = SegmentJson.Parse("""{"id": "u", "user": "ann"}""") };

    [Fact]
    public async Task A_workflow_s_events_have_the_fields_that_clients_read()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm", new { title = "Ask" }).End("end", "x=a.text").Edges("start -> a", "a -> end").Build();
        var play = new Play(new FakeNode("llm", (_, _) => ValueTask.FromResult(FakeNode.Text("hi") with
        {
            Inputs = new Dictionary<string, Segment> { ["q"] = Segment.Of(new string('x', 100_001)) },
            Usage = new(7, 0.5m, "USD"),
        })));

        var events = Json(await play.RunAsync(graph, """{"name": "Ann"}"""), _context);

        Assert.Equal(
            ["workflow_started", "node_started", "node_finished", "node_started", "text_chunk", "node_finished", "node_started", "node_finished", "workflow_finished"],
            events.Select(one => (string?)one["event"]));
        Assert.All(events, one => Assert.Equal(("task", "run"), ((string?)one["task_id"], (string?)one["workflow_run_id"])));
        Same("""{"id":"run","workflow_id":"","inputs":{"name":"Ann"},"created_at":1780300800,"reason":"initial"}""", events[0]["data"]);
        Same("""{"text":"hi","from_variable_selector":["a","text"]}""", events[4]["data"]);
        var node = events[5]["data"]!.AsObject();
        Assert.True((bool)node["inputs_truncated"]!);
        Assert.Equal(100_003, ((string)node["inputs"]!["q"]!).Length);
        node.Remove("id");
        node.Remove("inputs");
        Same(
            """
            {"node_id":"a","node_type":"llm","title":"Ask","index":2,"predecessor_node_id":"start","created_at":1780300800,"extras":{},
             "iteration_id":null,"loop_id":null,"agent_strategy":null,"inputs_truncated":true,"process_data":{},"process_data_truncated":false,
             "outputs":{"text":"hi"},"outputs_truncated":false,"status":"succeeded","error":null,"elapsed_time":0,
             "execution_metadata":{"total_tokens":7,"total_price":"0.5","currency":"USD"},"finished_at":1780300800,"files":[]}
            """,
            node);
        Same(
            """
            {"id":"run","workflow_id":"","status":"succeeded","outputs":{"x":"hi"},"error":null,"elapsed_time":0,"total_tokens":7,"total_steps":3,
             "created_by":{"id":"u","user":"ann"},"created_at":1780300800,"finished_at":1780300800,"exceptions_count":0,"files":[]}
            """,
            events[^1]["data"]);
    }

    [Fact]
    public async Task A_chat_s_text_is_messages_and_public_pages_see_no_details()
    {
        var graph = new GraphBuilder().Start().Iteration("each", "start.list", "each.item").Answer("say", "{{#each.item#}}", inside: "each")
            .Edges("start -> each", "eachstart -> say").Build();

        var events = Json(
            await new Play().RunAsync(graph, """{"list": ["a"]}"""),
            _context with { ConversationId = "c", MessageId = "m", HidesDetails = true });

        var message = Assert.Single(events, one => (string?)one["event"] == "message");
        Same(
            """{"event":"message","task_id":"task","conversation_id":"c","message_id":"m","created_at":1780300800,"id":"m","answer":"a","from_variable_selector":["each","item"]}""",
            message);
        var started = events.Single(one => (string?)one["event"] == "iteration_started")["data"]!;
        Assert.Equal((1, null), ((int)started["metadata"]!["iterator_length"]!, (string?)started["inputs"]));
        Assert.Equal(0, (int)events.Single(one => (string?)one["event"] == "iteration_next")["data"]!["index"]!);
        Assert.Equal(1, (int)events.Single(one => (string?)one["event"] == "iteration_completed")["data"]!["steps"]!);
        Assert.All(
            events.Where(one => (string?)one["event"] == "node_finished"),
            one => Assert.Equal((null, null), (one["data"]!["outputs"], one["data"]!["execution_metadata"])));
        var inner = events.Single(one => (string?)one["event"] == "node_started" && (string?)one["data"]!["node_id"] == "say");
        Assert.Equal("each", (string?)inner["data"]!["iteration_id"]);
    }

    [Fact]
    public async Task A_pause_names_its_forms()
    {
        var graph = new GraphBuilder().Start().Node("ask", "human-input", new
        {
            title = "Ask",
            form_content = "Well?",
            user_actions = new[] { new { id = "ok", title = "OK", button_style = "primary" } },
            delivery_methods = new[] { new { type = "webapp", enabled = true } },
        }).Edges("start -> ask").Build();
        var log = await new Play().RunAsync(graph);
        var form = log.Paused.Forms[0].FormId;

        var events = Json(log, _context with { FormToken = id => $"token-{id}" });

        Same(
            $$"""
            {"form_id":"{{form}}","node_id":"ask","node_title":"Ask","form_content":"Well?","inputs":[],
             "actions":[{"id":"ok","title":"OK","button_style":"primary"}],"display_in_ui":true,"form_token":"token-{{form}}",
             "resolved_default_values":{},"expiration_time":{{1780300800 + (36 * 3600)}}}
            """,
            events.Single(one => (string?)one["event"] == "human_input_required")["data"]);
        var paused = events.Single(one => (string?)one["event"] == "workflow_paused")["data"]!;
        Assert.Equal(("ask", "human_input_required", "paused"), ((string?)paused["paused_nodes"]![0], (string?)paused["reasons"]![0]!["TYPE"], (string?)paused["status"]));
    }

    [Fact]
    public async Task Reasoning_and_steps_of_an_agent_are_passed_on_in_their_place()
    {
        var graph = new GraphBuilder().Start().Node("agent", "agent").Edges("start -> agent").Build();
        var play = new Play(new FakeNode("agent", (context, _) =>
        {
            context.Reason("hm");
            context.Log(new AgentLogEntry("1", "Search", "start", null, null, SegmentJson.Parse("""{"q": 1}"""), Segment.EmptyObject));
            return ValueTask.FromResult(NodeResult.Success());
        }));

        var events = Json(await play.RunAsync(graph), _context);

        Assert.Equal(["node_started", "reasoning_chunk", "agent_log", "node_finished"], events.Select(one => (string?)one["event"]).Skip(3).Take(4));
        Assert.Equal("hm", (string?)events[4]["data"]!["text"]);
        Assert.Equal(("Search", 1), ((string?)events[5]["data"]!["label"], (int)events[5]["data"]!["data"]!["q"]!));
    }

    private static void Same(string expected, JsonNode? actual)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"{actual?.ToJsonString()} is not {expected}");

    private static List<JsonNode> Json(RunLog log, DifyEventContext context)
    {
        var all = new List<JsonNode>();
        foreach (var what in log.Events)
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                if (!DifyEventWriter.Write(what, context, writer))
                {
                    continue;
                }
            }

            all.Add(JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!);
        }

        return all;
    }
}
