using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;

namespace Middeck.Workflows.Tests.Streaming;

public sealed class StreamOrderTests
{
    private readonly Play _play = new(FakeNode.Model());

    [Fact]
    public async Task Text_comes_in_the_order_of_the_template_and_before_the_answer_starts()
    {
        var graph = new GraphBuilder().Start().Answer("answer", "prefix{{#sys.query#}}suffix").Edges("start -> answer").Build();

        var log = await _play.RunAsync(graph, query: "Hello");

        Assert.Equal(
            ["RunStarted", "\"prefix\"", "\"Hello\"", "\"suffix\"", "start start", "end start", "start answer", "end answer", "RunFinished"],
            log.Story());
        Assert.Equal("\"prefixHellosuffix\"", log.Output("answer"));
    }

    [Fact]
    public async Task A_variable_whose_turn_has_not_come_waits_for_those_before_it()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start().Node("slow", "slow").Node("quick", "llm").Answer("answer", "1 {{#slow.text#}} 2 {{#quick.text#}} 3")
            .Edges("start -> slow", "start -> quick", "slow -> answer", "quick -> answer").Build();

        var seen = new RunLog();
        await foreach (var what in new Play(gate.Node("slow"), FakeNode.Model()).Engine().RunAsync(Play.Of(graph), CancellationToken.None))
        {
            seen.Add(what);
            if (what is NodeFinished { Execution.Node.Id: "quick" })
            {
                Assert.Equal("1 ", seen.Text);
                gate.Say("slow", "SLOW");
            }
        }

        Assert.Equal("1 SLOW 2 quick 3", seen.Text);
    }

    [Fact]
    public async Task Pieces_of_the_part_that_is_being_written_go_out_at_once_and_others_later()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm", new { says = "abcdef" }).Node("b", "llm", new { says = "uvwxyz" })
            .Answer("answer", "{{#b.text#}}-{{#a.text#}}").Edges("start -> a", "a -> b", "b -> answer").Build();

        var log = await new Play(FakeNode.Streaming()).RunAsync(graph);

        Assert.Equal(["uvw", "xyz", "-", "abcdef"], log.Chunks);
    }

    [Fact]
    public async Task Nothing_is_written_before_the_branch_is_decided_and_then_at_once()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start().Node("think", "gate").If("if", "think.text", "is", "a").Node("slow", "slow")
            .Answer("one", "One: {{#slow.text#}}").Answer("two", "Two")
            .Edges("start -> think", "think -> if", "if:true -> slow", "slow -> one", "if:false -> two").Build();

        var seen = new RunLog();
        await foreach (var what in new Play(gate.Node("gate"), gate.Node("slow")).Engine().RunAsync(Play.Of(graph), CancellationToken.None))
        {
            seen.Add(what);
            if (what is NodeStarted { Execution.Node.Id: "think" })
            {
                gate.Say("think", "a");
            }
            else if (what is NodeFinished { Execution.Node.Id: "if" })
            {
                Assert.Equal(["One: "], seen.Chunks);
                gate.Say("slow", "!");
            }
            else if (seen.Text.Length > 0)
            {
                Assert.Contains("if", seen.Started);
            }
        }

        Assert.Equal("One: !", seen.Text);
    }

    [Fact]
    public async Task Several_answers_follow_each_other_without_anything_between()
    {
        var graph = new GraphBuilder().Start().Answer("one", "1").Node("x", "llm").Answer("two", "2{{#x.text#}}")
            .Edges("start -> one", "one -> x", "x -> two").Build();

        var log = await _play.RunAsync(graph);

        Assert.Equal("12x", log.Text);
        Assert.Equal("\"12x\"", log.Output("answer"));
        Assert.Equal("2x", log.Record("two").Result.Outputs["answer"].Text);
    }

    [Fact]
    public async Task Outputs_of_an_end_are_joined_by_line_breaks_and_name_their_source()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm").End("end", "q=sys.query", "a=a.text", "none=gone.x").Edges("start -> a", "a -> end").Build();

        var log = await _play.RunAsync(graph, query: "Q");

        Assert.Equal("Q\na\n", log.Text);
        Assert.Equal(["end", "end", "a", "end"], log.Events.OfType<TextChunk>().Select(chunk => chunk.NodeId));
        Assert.Equal(["sys", "query"], log.Events.OfType<TextChunk>().First().From.Parts);
    }

    [Fact]
    public async Task A_skipped_source_leaves_nothing_and_what_the_graph_does_not_have_stays_as_it_is_written()
    {
        var graph = new GraphBuilder().Start().If("if", "sys.query", "is", "a").Node("a", "llm").Node("b", "llm")
            .Answer("answer", "{{#a.text#}}{{#b.text#}} {{#nobody.text#}} {{#a.other#}}.")
            .Edges("start -> if", "if:true -> a", "if:false -> b", "a -> answer", "b -> answer").Build();

        var log = await _play.RunAsync(graph, query: "a");

        Assert.Equal("a {{#nobody.text#}} .", log.Text);
        Assert.Equal(log.Text, log.Record("answer").Result.Outputs["answer"].Text);
    }

    [Fact]
    public async Task A_conversation_variable_is_shown_only_after_the_assigner_before_it()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start().Node("slow", "slow")
            .Assign("set", "conversation.x", "over-write", new[] { "slow", "text" }, "variable")
            .Answer("answer", "x={{#conversation.x#}}")
            .Edges("start -> slow", "slow -> set", "set -> answer", "start -> answer").Build();

        var run = new Play(gate.Node("slow")).RunAsync(graph, conversation: """{"x": "old"}""");
        await gate.WaitForAsync("slow");
        gate.Say("slow", "new");
        var log = await run;

        Assert.Equal("x=new", log.Text);
        Assert.True(log.Story().ToList().IndexOf("end slow") < log.Story().ToList().IndexOf("\"x=\""));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answers_inside_of_an_iteration_are_written_item_by_item(bool isParallel)
    {
        var graph = new GraphBuilder().Start().Answer("before", "Items:")
            .Iteration("each", "start.list", "say.text", new { is_parallel = isParallel })
            .Node("say", "llm", new { says = "<{{#each.item#}}>" }, inside: "each").Answer("tell", " {{#each.index#}}={{#say.text#}}", inside: "each")
            .Answer("after", "; done {{#each.output#}}")
            .Edges("start -> before", "before -> each", "eachstart -> say", "say -> tell", "each -> after").Build();

        var log = await new Play(FakeNode.Streaming()).RunAsync(graph, """{"list": ["a", "bb", "ccc"]}""");

        Assert.Equal("Items: 0=<a> 1=<bb> 2=<ccc>; done - <a>\n- <bb>\n- <ccc>", log.Text);
        Assert.Equal(log.Text, log.Finished.Outputs["answer"].Text);
    }

    [Fact]
    public async Task Answers_inside_of_a_loop_are_written_round_by_round_as_they_come()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start()
            .Loop("loop", 2, new { loop_variables = new[] { new { label = "n", var_type = "number", value_type = "constant", value = "1" } } })
            .Node("say", "llm", inside: "loop").Answer("tell", "[{{#loop.n#}}:{{#say.text#}}]", inside: "loop").Assign("add", "loop.n", "+=", 1, inside: "loop")
            .Edges("start -> loop", "loopstart -> say", "say -> tell", "tell -> add").Build();

        var seen = new RunLog();
        await foreach (var what in new Play(gate.Node()).Engine().RunAsync(Play.Of(graph), CancellationToken.None))
        {
            seen.Add(what);
            if (what is NodeStarted { Execution: { Node.Id: "say", LoopIndex: var round } })
            {
                Assert.Equal(round == 0 ? "[1:" : "[1:a][2:", seen.Text);
                gate.Say($"loop[{round}]/say", round == 0 ? "a" : "b");
            }
        }

        Assert.Equal("[1:a][2:b]", seen.Text);
    }

    [Fact]
    public async Task What_a_node_streamed_before_it_failed_is_taken_back_when_it_is_tried_again()
    {
        var attempt = 0;
        var graph = new GraphBuilder().Start()
            .Node("llm", "llm", new { retry_config = new { retry_enabled = true, max_retries = 1, retry_interval = 0 } })
            .Answer("answer", "A: {{#llm.text#}}.").Edges("start -> llm", "llm -> answer").Build();
        var node = new FakeNode("llm", async (context, _) =>
        {
            context.Stream("text", attempt == 0 ? "half a" : "whole");
            await Task.Yield();
            return attempt++ == 0 ? NodeResult.Failure("Cut", "cut off") : FakeNode.Text("whole");
        });

        var log = await new Play(node).RunAsync(graph);

        Assert.Equal("A: whole.", log.Text);
        Assert.Equal("A: ", Assert.Single(log.Events.OfType<TextReplaced>()).Text);
    }

    [Fact]
    public async Task A_value_that_differs_from_what_was_streamed_takes_its_place()
    {
        var graph = new GraphBuilder().Start()
            .Node("llm", "llm", new { error_strategy = "default-value", default_value = new[] { new { key = "text", type = "string", value = "sorry" } } })
            .Answer("answer", "A: {{#llm.text#}}.").Edges("start -> llm", "llm -> answer").Build();
        var node = new FakeNode("llm", async (context, _) =>
        {
            context.Stream("text", "half");
            await Task.Yield();
            return NodeResult.Failure("Cut", "cut off");
        });

        var log = await new Play(node).RunAsync(graph);

        Assert.Equal("A: sorry.", log.Text);
        Assert.Equal("A: sorry.", log.Finished.Outputs["answer"].Text);
    }

    [Fact]
    public async Task A_slow_answer_does_not_mix_with_one_beside_it()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start().Node("slow", "slow").Answer("one", "(1 {{#slow.text#}})").Node("quick", "llm").Answer("two", "(2 {{#quick.text#}})")
            .Edges("start -> slow", "slow -> one", "start -> quick", "quick -> two").Build();

        var run = new Play(gate.Node("slow"), FakeNode.Model()).RunAsync(graph);
        await gate.WaitForAsync("slow");
        gate.Say("slow", "s");
        var log = await run;

        Assert.Contains(log.Text, new[] { "(1 s)(2 quick)", "(2 quick)(1 s)" });
        Assert.Equal(log.Text, log.Finished.Outputs["answer"].Text);
    }

    [Theory]
    [InlineData("terminated", "[a:>a<;[bad:|after")]
    [InlineData("continue-on-error", "[a:>a<;[bad:[c:>c<;|after")]
    public async Task An_item_that_fails_in_the_middle_of_its_answer_holds_up_nothing(string mode, string expected)
    {
        var graph = new GraphBuilder().Start()
            .Iteration("each", "start.list", "say.text", new { error_handle_mode = mode, error_strategy = "default-value" })
            .Node("say", "picky", inside: "each").Answer("tell", "[{{#each.item#}}:{{#say.text#}};", inside: "each").Answer("after", "|after")
            .Edges("start -> each", "eachstart -> say", "say -> tell", "each -> after").Build();
        var picky = new FakeNode("picky", (context, _) => ValueTask.FromResult(
            context.Variables.Find("each", "item")!.Text == "bad" ? NodeResult.Failure("Picky", "no") : FakeNode.Text($">{context.Variables.Find("each", "item")}<")));

        var log = await new Play(picky).RunAsync(graph, """{"list": ["a", "bad", "c"]}""");

        Assert.Equal(expected, log.Text);
        Assert.Equal(expected, log.Finished.Outputs["answer"].Text);
    }
}
