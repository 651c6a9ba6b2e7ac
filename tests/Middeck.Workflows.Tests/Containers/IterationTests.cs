using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Containers;

public sealed class IterationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_results_stand_in_the_order_of_the_items(bool isParallel)
    {
        var graph = Each("say", new { is_parallel = isParallel, parallel_nums = 3 })
            .Node("say", "backwards", inside: "each").Edges("eachstart -> say").Build();
        // The later an item, the sooner it is done.
        var waiting = new List<TaskCompletionSource>();
        var node = new FakeNode("backwards", async (context, _) =>
        {
            var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var index = context.Variables.Find("each", "index")!.Integer;
            var last = isParallel && index == 4;
            lock (waiting)
            {
                waiting.Add(mine);
                if (!isParallel || waiting.Count == 3 || last)
                {
                    waiting.AsEnumerable().Reverse().ToList().ForEach(one => one.TrySetResult());
                }
            }

            await mine.Task;
            return FakeNode.Text($"{index}:{context.Variables.Find("each", "item")}");
        });

        var log = await new Play(node).RunAsync(graph, """{"list": ["a", "b", "c", "d", "e"]}""");

        Assert.Equal("""["0:a","1:b","2:c","3:d","4:e"]""", log.Output("all"));
        Assert.Equal([0, 1, 2, 3, 4], log.Events.OfType<ContainerNext>().Select(next => next.Index));
        Assert.Equal(5, log.Events.OfType<ContainerStarted>().Single().Length);
    }

    [Theory]
    [InlineData(false, "continue-on-error", """["a",null,"c"]""")]
    [InlineData(true, "continue-on-error", """["a",null,"c"]""")]
    [InlineData(false, "remove-abnormal-output", """["a","c"]""")]
    [InlineData(true, "remove-abnormal-output", """["a","c"]""")]
    public async Task An_item_that_fails_leaves_nothing_or_is_left_out(bool isParallel, string mode, string expected)
    {
        var graph = Each("say", new { is_parallel = isParallel, error_handle_mode = mode })
            .Node("say", "picky", inside: "each").Edges("eachstart -> say").Build();

        var log = await new Play(Picky()).RunAsync(graph, """{"list": ["a", "bad", "c"]}""");

        Assert.Equal(RunStatus.Succeeded, log.Finished.Status);
        Assert.Equal(expected, log.Output("all"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_the_mode_terminated_the_first_failure_ends_it_all(bool isParallel)
    {
        var gate = new Gate();
        var graph = Each("say", new { is_parallel = isParallel, error_handle_mode = "terminated" })
            .Node("say", "llm", inside: "each").Edges("eachstart -> say").Build();

        var run = new Play(gate.Node()).RunAsync(graph, """{"list": [1, 2]}""");
        await gate.WaitForAsync("each[0]/say");
        if (isParallel)
        {
            await gate.WaitForAsync("each[1]/say");
        }

        gate.Fail("each[0]/say", "no");
        var log = await run;

        Assert.Equal((RunStatus.Failed, "no"), (log.Finished.Status, log.Finished.Error));
        Assert.Equal(NodeStatus.Failed, log.Record("each").Status);
        Assert.Equal(isParallel, log.Records.Any(record => record is { Key: "each[1]/say", Status: NodeStatus.Stopped }));
    }

    [Theory]
    [InlineData("""[["a"],["b","c"]]""", true, """["a","b","c"]""")]
    [InlineData("""[["a"],["b","c"]]""", false, """[["a"],["b","c"]]""")]
    [InlineData("""[["a"],"b"]""", true, """[["a"],"b"]""")]
    [InlineData("""[["a"],null,[]]""", true, """["a"]""")]
    [InlineData("""[null,null]""", true, """[null,null]""")]
    [InlineData("""[]""", true, """[]""")]
    public async Task Lists_as_results_become_one_list_when_all_of_them_are(string items, bool flatten, string expected)
    {
        var graph = Each("pass", new { flatten_output = flatten }, output: "each.item")
            .Node("pass", "llm", inside: "each").Edges("eachstart -> pass").Build();

        var log = await new Play(FakeNode.Model()).RunAsync(graph, $$"""{"list": {{items}}}""");

        Assert.Equal(expected, log.Output("all"));
    }

    [Fact]
    public async Task Nothing_to_go_through_is_an_empty_list_and_no_list_a_failure()
    {
        var graph = Each("say").Node("say", "llm", inside: "each").Edges("eachstart -> say").Build();
        var play = new Play(FakeNode.Model());

        Assert.Equal("[]", (await play.RunAsync(graph, """{"list": null}""")).Output("all"));
        Assert.Equal("The iteration needs a list, but ['start', 'list'] is string.", (await play.RunAsync(graph, """{"list": "ab"}""")).Finished.Error);
        Assert.Equal("Variable ['start', 'list'] not found", (await play.RunAsync(graph)).Finished.Error);
    }

    [Fact]
    public async Task An_item_whose_source_was_skipped_gives_null()
    {
        var graph = Each("say").If("if", "each.item", "is", "a", inside: "each").Node("say", "llm", inside: "each")
            .Edges("eachstart -> if", "if:true -> say").Build();

        var log = await new Play(FakeNode.Model()).RunAsync(graph, """{"list": ["a", "b"]}""");

        Assert.Equal("""["say",null]""", log.Output("all"));
    }

    [Fact]
    public async Task Each_item_changes_its_own_copy_of_the_conversation_and_the_changes_come_back()
    {
        var graph = Each("read", more: null, output: "read.text", after: "after")
            .Assign("add", "conversation.seen", "append", new[] { "each", "item" }, "variable", inside: "each")
            .Node("read", "llm", new { says = "{{#conversation.seen#}}" }, inside: "each")
            .Edges("eachstart -> add", "add -> read")
            .Node("after", "llm", new { says = "{{#conversation.seen#}}" })
            .Build();

        var log = await new Play(FakeNode.Model()).RunAsync(graph, """{"list": ["a", "b"]}""", conversation: """{"seen": ["0"]}""");

        Assert.Equal("""["[\"0\", \"a\"]","[\"0\", \"a\", \"b\"]"]""", log.Output("all"));
        Assert.Equal("""["0", "a", "b"]""", log.Record("after").Result.Outputs["text"].Text);
        Assert.Equal("""["0","a","b"]""", log.Events.OfType<ConversationVariableChanged>().Last().Value.ToJson());
    }

    [Fact]
    public async Task Parallel_items_do_not_see_each_other()
    {
        var gate = new Gate();
        var graph = Each("read", new { is_parallel = true }, output: "read.text")
            .Node("wait", "gate", inside: "each")
            .Assign("add", "conversation.seen", "append", new[] { "each", "item" }, "variable", inside: "each")
            .Node("read", "llm", new { says = "{{#conversation.seen#}}" }, inside: "each")
            .Edges("eachstart -> wait", "wait -> add", "add -> read")
            .Build();

        var run = new Play(gate.Node("gate"), FakeNode.Model())
            .RunAsync(graph, """{"list": ["a", "b"]}""", conversation: """{"seen": ["0"]}""");
        await gate.WaitForAsync("each[0]/wait");
        await gate.WaitForAsync("each[1]/wait");
        gate.Say("each[0]/wait", "");
        gate.Say("each[1]/wait", "");
        var log = await run;

        Assert.Equal("""["[\"0\", \"a\"]","[\"0\", \"b\"]"]""", log.Output("all"));
    }

    [Fact]
    public async Task Iterations_nest_and_every_node_has_its_own_key()
    {
        var keys = new List<string>();
        var graph = Each("inner", output: "inner.output")
            .Iteration("inner", "each.item", "say.text", inside: "each")
            .Node("say", "llm", inside: "inner")
            .Edges("eachstart -> inner", "innerstart -> say")
            .Build();
        var play = new Play(new FakeNode("llm", (context, _) =>
        {
            keys.Add(context.IdempotencyKey);
            return ValueTask.FromResult(FakeNode.Text($"{context.Variables.Find("each", "index")}.{context.Variables.Find("inner", "item")}"));
        }));

        var log = await play.RunAsync(graph, """{"list": [["a", "b"], ["c"]]}""");

        Assert.Equal("""["0.a","0.b","1.c"]""", log.Output("all"));
        Assert.Equal(["run/each[0]/inner[0]/say", "run/each[0]/inner[1]/say", "run/each[1]/inner[0]/say"], keys);
        var last = log.Events.OfType<NodeStarted>().Last(node => node.Execution.Node.Id == "say").Execution;
        Assert.Equal(("inner", 0), (last.IterationId, last.IterationIndex));
    }

    [Fact]
    public async Task A_long_list_of_quick_items_needs_no_deep_stack()
    {
        var graph = Each("say").Node("say", "llm", inside: "each").Edges("eachstart -> say").Build();

        var log = await new Play(FakeNode.Model()).RunAsync(graph, $$"""{"list": [{{string.Join(',', Enumerable.Range(0, 5000))}}]}""");

        Assert.Equal(5000, log.Finished.Outputs["all"].Items.Count);
    }

    private static GraphBuilder Each(string last, object? more = null, string? output = null, string? after = null)
    {
        var graph = new GraphBuilder().Start().Iteration("each", "start.list", output ?? $"{last}.text", more).End("end", "all=each.output")
            .Edges("start -> each");
        return after is null ? graph.Edges("each -> end") : graph.Edges($"each -> {after}", $"{after} -> end");
    }

    private static FakeNode Picky() => new("picky", async (context, _) =>
    {
        await Task.Yield();
        var item = context.Variables.Find("each", "item")!.Text!;
        return item == "bad" ? NodeResult.Failure("Picky", "I do not like it.") : FakeNode.Text(item);
    });
}
