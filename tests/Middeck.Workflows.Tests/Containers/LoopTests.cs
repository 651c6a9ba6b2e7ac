using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Containers;

public sealed class LoopTests
{
    private readonly Play _play = new(FakeNode.Model());

    [Theory]
    [InlineData(10, "≥", "5", "5", 5, "loop_break")]
    [InlineData(3, "≥", "5", "3", 3, "loop_completed")]
    [InlineData(10, "≥", "0", "0", 0, "loop_break")]
    [InlineData(0, "≥", "5", "0", 0, "loop_completed")]
    public async Task A_loop_ends_when_its_condition_holds_before_the_first_round_and_after_each(
        int rounds, string comparison, string value, string expected, int done, string reason)
    {
        var graph = Count(rounds, new[] { new { variable_selector = new[] { "loop", "n" }, comparison_operator = comparison, value } })
            .Assign("add", "loop.n", "+=", 1, inside: "loop").Edges("loopstart -> add").Build();

        var log = await _play.RunAsync(graph);

        Assert.Equal((expected, $"{done}"), (log.Output("n"), log.Output("round")));
        Assert.Equal(reason, log.Record("loop").Result.Metadata["completed_reason"].Text);
        Assert.Equal(done, log.Started.Count(key => key.EndsWith("/add", StringComparison.Ordinal)));
        Assert.Equal(Math.Max(0, done - 1), log.Events.OfType<ContainerNext>().Count());
    }

    [Fact]
    public async Task A_condition_may_look_at_what_the_round_gave_and_does_not_hold_before_there_was_one()
    {
        var graph = Count(10, new[] { new { variable_selector = new[] { "say", "text" }, comparison_operator = "contains", value = "2" } })
            .Assign("add", "loop.n", "+=", 1, inside: "loop")
            .Node("say", "llm", new { says = "round {{#loop.n#}}" }, inside: "loop")
            .Edges("loopstart -> add", "add -> say").Build();

        var log = await _play.RunAsync(graph);

        Assert.Equal("2", log.Output("n"));
    }

    [Fact]
    public async Task The_end_node_ends_the_loop_at_once()
    {
        var gate = new Gate();
        var graph = Count(10)
            .Assign("add", "loop.n", "+=", 1, inside: "loop")
            .If("if", "loop.n", "=", "3", inside: "loop").Node("stop", "loop-end", inside: "loop").Node("side", "side", inside: "loop")
            .Edges("loopstart -> add", "add -> if", "if:true -> side", "if:true -> stop").Build();

        var log = await new Play(FakeNode.Model(), gate.Node("side")).RunAsync(graph);

        Assert.Equal((RunStatus.Succeeded, "3"), (log.Finished.Status, log.Output("n")));
        Assert.Equal("loop_break", log.Record("loop").Result.Metadata["completed_reason"].Text);
        Assert.Equal(NodeStatus.Stopped, log.Record("loop[2]/side").Status);
    }

    [Fact]
    public async Task Variables_begin_as_constants_of_their_type_or_as_other_variables()
    {
        var graph = new GraphBuilder().Start()
            .Loop("loop", 1, new
            {
                loop_variables = new object[]
                {
                    new { label = "n", var_type = "number", value_type = "constant", value = "4" },
                    new { label = "list", var_type = "array[string]", value_type = "constant", value = "[\"x\"]" },
                    new { label = "o", var_type = "object", value_type = "constant", value = "" },
                    new { label = "q", var_type = "string", value_type = "variable", value = new[] { "sys", "query" } },
                },
            })
            .Assign("a", "loop.list", "append", "y", inside: "loop").End("end", "n=loop.n", "list=loop.list", "o=loop.o", "q=loop.q")
            .Edges("start -> loop", "loopstart -> a", "loop -> end").Build();

        var log = await _play.RunAsync(graph, query: "hi");

        Assert.Equal("""{"n":4,"list":["x","y"],"o":{},"q":"hi"}""", Segment.Of(log.Finished.Outputs).ToJson());
    }

    [Fact]
    public async Task A_failure_inside_fails_the_loop()
    {
        var graph = Count(3).Node("bad", "gone", inside: "loop").Edges("loopstart -> bad").Build();

        var log = await _play.RunAsync(graph);

        Assert.Equal(RunStatus.Failed, log.Finished.Status);
        Assert.Equal(NodeStatus.Failed, log.Record("loop").Status);
    }

    [Fact]
    public async Task A_round_does_not_see_what_the_round_before_left()
    {
        var graph = Count(2).Assign("add", "loop.n", "+=", 1, inside: "loop")
            .If("if", "loop.n", "=", "1", inside: "loop").Node("first", "llm", inside: "loop")
            .Node("seen", "llm", new { says = "{{#first.text#}}" }, inside: "loop")
            .Edges("loopstart -> add", "add -> if", "if:true -> first", "first -> seen", "if:false -> seen").Build();

        var log = await _play.RunAsync(graph);

        Assert.Equal("first", log.Record("loop[0]/seen").Result.Outputs["text"].Text);
        Assert.Equal("{{#first.text#}}", log.Record("loop[1]/seen").Result.Outputs["text"].Text);
    }

    [Fact]
    public async Task A_loop_in_an_iteration_writes_its_own_variables_and_those_of_the_conversation()
    {
        var graph = new GraphBuilder().Start().Iteration("each", "start.list", "loop.n").End("end", "all=each.output")
            .Loop("loop", 2, new { loop_variables = new[] { new { label = "n", var_type = "number", value_type = "variable", value = new[] { "each", "item" } } } }, "each")
            .Assign("double", "loop.n", "*=", 2, inside: "loop")
            .Assign("count", "conversation.rounds", "+=", 1, inside: "loop")
            .Edges("start -> each", "each -> end", "eachstart -> loop", "loopstart -> double", "double -> count")
            .Build();

        var log = await _play.RunAsync(graph, """{"list": [1, 10]}""", """{"rounds": 0}""");

        Assert.Equal("[4,40]", log.Output("all"));
        Assert.Equal("4", log.Events.OfType<ConversationVariableChanged>().Last().Value.ToJson());
    }

    [Fact]
    public async Task More_rounds_than_allowed_are_refused()
    {
        var log = await _play.RunAsync(Count(101).Node("x", "llm", inside: "loop").Edges("loopstart -> x").Build());

        Assert.Equal("The loop wants 101 rounds, but at most 100 are allowed.", log.Finished.Error);
    }

    private static GraphBuilder Count(int rounds, object? conditions = null) => new GraphBuilder().Start()
        .Loop("loop", rounds, new
        {
            break_conditions = conditions ?? Array.Empty<object>(),
            loop_variables = new[] { new { label = "n", var_type = "number", value_type = "constant", value = "0" } },
        })
        .End("end", "n=loop.n", "round=loop.loop_round")
        .Edges("start -> loop", "loop -> end");
}
