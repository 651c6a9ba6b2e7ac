using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Nodes;
using Middeck.Workflows.Tests.Support;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Engine;

public sealed class ResumeTests
{
    private readonly List<string> _asked = [];

    [Fact]
    public async Task A_run_waits_for_a_person_and_goes_on_from_its_snapshot()
    {
        var graph = Form().Build();
        var clock = new FakeClock();

        var first = await Play(clock).RunAsync(graph, query: "q");
        var form = Assert.Single(first.Paused.Forms);
        clock.Advance(TimeSpan.FromHours(1));
        var second = await Play(clock).RunAsync(Resume(first, graph, "ask", new("ok", Values("note", "fine"))));

        Assert.Equal("Draft: draft\n{{#$output.note#}}", form.Content);
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromHours(71), form.ExpiresAt);
        Assert.Equal("unsure", first.Events.OfType<HumanInputRequired>().Single().Request.Defaults["note"].Text);
        Assert.Equal(["draft", "after"], _asked);
        Assert.Equal("\"fine\"", second.Output("note"));
        Assert.Equal("\"OK\"", second.Output("title"));
        Assert.Equal("\"Draft: draft\\nfine\"", second.Output("content"));
        Assert.Equal("Draft: draft\nfine", second.Events.OfType<HumanInputFilled>().Single().RenderedContent);
        Assert.True(second.Events.OfType<RunStarted>().Single().IsResumption);
        Assert.Equal(["ask", "after", "end"], second.Started);
    }

    [Fact]
    public async Task A_form_that_nobody_answers_in_time_goes_on_at_its_timeout()
    {
        var graph = Form().Node("late", "llm").End("other", "late=late.text").Edges("ask:__timeout -> late", "late -> other").Build();

        var first = await Play().RunAsync(graph);
        var second = await Play().RunAsync(Resume(first, graph, "ask", FormAnswer.TimedOut));

        Assert.Equal("\"late\"", second.Output("late"));
        Assert.Null(second.Output("note"));
        Assert.Single(second.Events.OfType<HumanInputTimedOut>());
    }

    [Fact]
    public async Task Other_branches_run_on_and_several_forms_are_answered_one_by_one()
    {
        var graph = new GraphBuilder().Start().Node("beside", "llm")
            .Node("one", "human-input", Actions()).Node("two", "human-input", Actions())
            .Answer("answer", "{{#beside.text#}} {{#one.__action_id#}} {{#two.__action_id#}}")
            .Edges("start -> one", "start -> two", "start -> beside", "one:ok -> answer", "two:ok -> answer", "beside -> answer").Build();

        var first = await Play().RunAsync(graph);
        var second = await Play().RunAsync(Resume(first, graph, "two", new("ok", NodeResult.NoValues)));
        var third = await Play().RunAsync(Resume(second, graph, "one", new("ok", NodeResult.NoValues)));

        Assert.Equal(["one", "two"], first.Paused.Forms.Select(form => form.Key));
        Assert.Equal(first.Paused.Forms[0], Assert.Single(second.Paused.Forms));
        Assert.DoesNotContain(second.Events, what => what is HumanInputRequired);
        Assert.Equal("beside ok ok", first.Text + second.Text + third.Text);
        Assert.Equal("\"beside ok ok\"", third.Output("answer"));
        Assert.Equal(["beside"], _asked);
    }

    [Fact]
    public async Task A_form_inside_of_a_loop_pauses_each_round()
    {
        var graph = new GraphBuilder().Start()
            .Loop("loop", 2, new { loop_variables = new[] { new { label = "all", var_type = "array[string]", value_type = "constant", value = "[]" } } })
            .Node("ask", "human-input", new
            {
                user_actions = new[] { new { id = "ok", title = "OK" } },
                inputs = new[] { new { type = "paragraph", output_variable_name = "note" } },
            }, inside: "loop")
            .Assign("add", "loop.all", "append", new[] { "ask", "note" }, "variable", inside: "loop").End("end", "all=loop.all")
            .Edges("start -> loop", "loopstart -> ask", "ask:ok -> add", "loop -> end").Build();

        var first = await Play().RunAsync(graph);
        var second = await Play().RunAsync(Resume(first, graph, "loop[0]/ask", new("ok", Values("note", "a"))));
        var third = await Play().RunAsync(Resume(second, graph, "loop[1]/ask", new("ok", Values("note", "b"))));

        Assert.Equal("loop[1]/ask", Assert.Single(second.Paused.Forms).Key);
        Assert.Equal("""["a","b"]""", third.Output("all"));
    }

    [Fact]
    public void An_answer_that_does_not_fit_its_form_is_refused()
    {
        var node = Form().Build().Find("ask")!;

        Assert.Equal("workflows.unknown_action", HumanInputForm.Check(node, new("shout", NodeResult.NoValues))!.Code);
        Assert.Equal("inputs.age", HumanInputForm.Check(node, new("ok", Values("age", "7")))!.Field);
        Assert.Null(HumanInputForm.Check(node, new("ok", Values("note", ""))));
        Assert.Null(HumanInputForm.Check(node, FormAnswer.TimedOut));
    }

    [Fact]
    public async Task After_a_crash_only_nodes_that_had_not_ended_run_again()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm").Node("b", "llm").End("end", "a=a.text", "b=b.text")
            .Edges("start -> a", "a -> b", "b -> end").Build();
        var whole = await Play().RunAsync(graph);
        _asked.Clear();

        // Somebody kept only what has effects.
        var rest = await Play().RunAsync(Support.Play.Of(graph) with { Finished = [whole.Record("a")], IsResumption = true });

        Assert.Equal(["b"], _asked);
        Assert.Equal("""{"a":"a","b":"b"}""", Segment.Of(rest.Finished.Outputs).ToJson());
    }

    [Fact]
    public async Task A_node_that_must_not_be_repeated_fails_the_run_when_it_was_interrupted()
    {
        var graph = new GraphBuilder().Start().Node("pay", "llm", new { title = "Pay", middeck = new { repeat = "never" } }).Edges("start -> pay").Build();

        var log = await Play().RunAsync(Support.Play.Of(graph) with { Interrupted = ["pay"], IsResumption = true });

        Assert.Empty(_asked);
        Assert.Equal("The node 'Pay' was interrupted in the middle, and it must not be done twice.", log.Finished.Error);
    }

    [Fact]
    public async Task What_was_half_said_before_a_crash_is_replaced_when_it_is_said_differently()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm").Answer("answer", "It is {{#a.text#}}.").Edges("start -> a", "a -> answer").Build();
        var request = Support.Play.Of(graph) with { IsResumption = true };

        var same = await Play().RunAsync(request with { DeliveredText = "It is a" });
        var other = await Play().RunAsync(request with { DeliveredText = "It is b" });
        var longer = await Play().RunAsync(request with { DeliveredText = "It is a. Or not" });

        Assert.Equal(["."], same.Chunks);
        Assert.Equal("It is a.", other.Text);
        Assert.Equal("It is a.", longer.Text);
    }

    [Fact]
    public async Task One_node_can_be_tried_alone()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm").Node("b", "llm", new { says = "{{#a.text#}}!" }).Node("c", "llm")
            .Edges("start -> a", "a -> b", "b -> c").Build();

        var log = await Play().RunAsync(Support.Play.Of(graph) with
        {
            OnlyNodeId = "b",
            Preset = new Dictionary<string, IReadOnlyDictionary<string, Segment>> { ["a"] = Values("text", "preset") },
        });

        Assert.Equal(["b"], log.Started);
        Assert.Equal("\"preset!\"", log.Output("text"));
    }

    [Fact]
    public async Task A_container_can_be_tried_alone_and_so_can_a_node_inside_and_an_answer()
    {
        var graph = new GraphBuilder().Start().Iteration("each", "start.list", "say.text")
            .Node("say", "llm", new { says = "<{{#each.item#}}>" }, inside: "each").Answer("tell", "{{#say.text#}}", inside: "each").Answer("answer", "= {{#each.output#}}")
            .Edges("start -> each", "eachstart -> say", "say -> tell", "each -> answer").Build();
        Task<RunLog> Run(string only, string node, string values) => Play().RunAsync(Support.Play.Of(graph) with
        {
            OnlyNodeId = only,
            Preset = new Dictionary<string, IReadOnlyDictionary<string, Segment>> { [node] = SegmentJson.Parse(values).Fields },
        });

        Assert.Equal("""["<a>","<b>"]""", (await Run("each", "start", """{"list": ["a", "b"]}""")).Output("output"));
        Assert.Equal("\"<x>\"", (await Run("say", "each", """{"item": "x"}""")).Output("text"));
        Assert.Equal("said", (await Run("tell", "say", """{"text": "said"}""")).Text);
        Assert.Equal("= - 1", (await Run("answer", "each", """{"output": [1]}""")).Text);
    }

    private static GraphBuilder Form() => new GraphBuilder().Start().Node("draft", "llm")
        .Node("ask", "human-input", new
        {
            title = "Review",
            form_content = "Draft: {{#draft.text#}}\n{{#$output.note#}}",
            inputs = new[] { new { type = "paragraph", output_variable_name = "note", @default = new { type = "constant", value = "unsure" } } },
            user_actions = new[] { new { id = "ok", title = "OK" }, new { id = "no", title = "No" } },
            timeout = 3,
            timeout_unit = "day",
        })
        .Node("after", "llm").End("end", "note=ask.note", "title=ask.__action_value", "content=ask.__rendered_content")
        .Edges("start -> draft", "draft -> ask", "ask:ok -> after", "after -> end");

    private static object Actions() => new { user_actions = new[] { new { id = "ok", title = "OK" } } };

    private static Dictionary<string, Segment> Values(string name, string value) => new() { [name] = Segment.Of(value) };

    private static RunRequest Resume(RunLog log, Workflows.Graphs.WorkflowGraph graph, string key, FormAnswer answer)
        => RunSnapshotJson.Parse(log.Paused.Snapshot.ToJson())
            .Resume(graph, NodeResult.NoValues, new Dictionary<string, FormAnswer> { [key] = answer });

    private Play Play(TimeProvider? clock = null) => new(new FakeNode("llm", (context, _) =>
    {
        _asked.Add(context.Execution.Key);
        return ValueTask.FromResult(FakeNode.Text(FakeNode.Says(context)));
    }))
    { Clock = clock ?? new FakeClock() };
}
