using Middeck.Workflows.Engine;
using Middeck.Workflows.Tests.Support;

namespace Middeck.Workflows.Tests.Engine;

public sealed class BranchTests
{
    private readonly Play _play = new(FakeNode.Model());

    [Theory]
    [InlineData("yes", """{"a":"A"}""")]
    [InlineData("no", """{"b":"B"}""")]
    public async Task Only_the_branch_that_was_taken_runs_and_a_skipped_end_adds_nothing(string query, string outputs)
    {
        var graph = new GraphBuilder().Start().If("if", "sys.query", "is", "yes").Node("A", "llm").Node("B", "llm")
            .End("one", "a=A.text").End("two", "b=B.text")
            .Edges("start -> if", "if:true -> A", "if:false -> B", "A -> one", "B -> two")
            .Build();

        var log = await _play.RunAsync(graph, query: query);

        Assert.Equal(outputs, Json(log.Finished));
        Assert.DoesNotContain(query == "yes" ? "B" : "A", log.Started);
    }

    [Fact]
    public async Task An_end_after_both_branches_has_null_for_the_source_that_was_skipped()
    {
        var graph = new GraphBuilder().Start().If("if", "sys.query", "is", "yes").Node("A", "llm").Node("B", "llm")
            .End("end", "a=A.text", "b=B.text")
            .Edges("start -> if", "if:true -> A", "if:false -> B", "A -> end", "B -> end")
            .Build();

        var log = await _play.RunAsync(graph, query: "yes");

        Assert.Equal("""{"a":"A","b":null}""", Json(log.Finished));
        Assert.Equal("A\n", log.Text);
    }

    [Fact]
    public async Task A_join_waits_for_every_live_branch_however_long_the_others_take()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start().If("if", "sys.query", "is", "yes")
            .Node("slow", "slow").Node("quick", "llm").Node("skipped", "llm").Node("behind", "llm")
            .End("end", "s=slow.text", "q=quick.text")
            .Edges("start -> slow", "start -> quick", "start -> if", "if:true -> skipped", "skipped -> behind", "slow -> end", "quick -> end", "behind -> end")
            .Build();

        var run = new Play(FakeNode.Model(), gate.Node("slow")).RunAsync(graph, query: "no");
        await gate.WaitForAsync("slow");
        Assert.False(run.IsCompleted);
        gate.Say("slow", "at last");
        var log = await run;

        Assert.Equal("""{"s":"at last","q":"quick"}""", Json(log.Finished));
        Assert.Equal(["start", "slow", "quick", "if", "end"], log.Started);
    }

    [Fact]
    public async Task Cases_are_tried_in_order_and_a_case_s_id_is_its_handle()
    {
        var graph = new GraphBuilder().Start()
            .Node("if", "if-else", new
            {
                cases = new object[]
                {
                    new { case_id = "empty", logical_operator = "and", conditions = Array.Empty<object>() },
                    Case("8f2a", "or", ("start.n", ">", "10"), ("start.n", "<", "0")),
                    Case("true", "and", ("start.n", ">", "3"), ("start.n", "<", "{{#start.limit#}}")),
                },
            })
            .Node("out", "llm").Node("in", "llm").Node("else", "llm").End("end", "out=out.text", "in=in.text", "else=else.text")
            .Edges("start -> if", "if:8f2a -> out", "if:true -> in", "if:false -> else", "out -> end", "in -> end", "else -> end")
            .Build();

        Assert.Equal("\"out\"", (await _play.RunAsync(graph, """{"n": -1, "limit": "6"}""")).Output("out"));
        Assert.Equal("\"in\"", (await _play.RunAsync(graph, """{"n": 5, "limit": "6"}""")).Output("in"));
        Assert.Equal("\"else\"", (await _play.RunAsync(graph, """{"n": 7, "limit": "6"}""")).Output("else"));
    }

    [Fact]
    public async Task A_branch_on_a_variable_that_does_not_exist_fails_unless_the_outcome_was_certain_before()
    {
        GraphBuilder Graph(string op) => new GraphBuilder().Start()
            .Node("if", "if-else", new { cases = new[] { Case("true", op, ("sys.query", "is", "x"), ("gone.text", "is", "y")) } })
            .End("end", "q=sys.query").Edges("start -> if", "if:true -> end", "if:false -> end");

        var failed = await _play.RunAsync(Graph("and").Build(), query: "x");
        var certain = await _play.RunAsync(Graph("or").Build(), query: "x");

        Assert.Equal("Variable ['gone', 'text'] not found", failed.Finished.Error);
        Assert.Equal(RunStatus.Succeeded, certain.Finished.Status);
    }

    [Fact]
    public async Task Files_are_compared_by_their_attributes()
    {
        const string File = """{"dify_model_identity":"__dify__file__","type":"{0}","transfer_method":"local_file","extension":".{1}","size":10}""";
        var inputs = $$"""{"files": [{{File.Replace("{0}", "image").Replace("{1}", "png")}}, {{File.Replace("{0}", "document").Replace("{1}", "pdf")}}]}""";

        Task<RunLog> Run(string comparison, string attribute, string op, object value) => _play.RunAsync(
            new GraphBuilder().Start().Node("if", "if-else", new
            {
                cases = new[]
                {
                    new
                    {
                        case_id = "true",
                        conditions = new[]
                        {
                            new
                            {
                                variable_selector = new[] { "start", "files" },
                                comparison_operator = comparison,
                                sub_variable_condition = new { logical_operator = "and", conditions = new[] { new { key = attribute, comparison_operator = op, value } } },
                            },
                        },
                    },
                },
            }).Edges("start -> if").Build(),
            inputs);

        Assert.Equal("True", (await Run("contains", "extension", "is", "pdf")).Record("if").Result.Outputs["result"].ToString());
        Assert.Equal("False", (await Run("all of", "type", "in", new[] { "image" })).Record("if").Result.Outputs["result"].ToString());
        Assert.Equal("True", (await Run("not contains", "type", "is", "video")).Record("if").Result.Outputs["result"].ToString());
    }

    [Fact]
    public async Task Of_several_roots_only_the_chosen_one_runs()
    {
        var graph = new GraphBuilder().Start().Node("hook", "trigger-webhook").Node("daily", "trigger-schedule")
            .Node("a", "llm").Node("b", "llm").End("end", "a=a.text", "b=b.text", "body=hook.body")
            .Edges("start -> a", "hook -> b", "daily -> a", "a -> end", "b -> end")
            .Build();

        var byStart = await _play.RunAsync(graph);
        var byHook = await _play.RunAsync(Play.Of(graph, """{"body": "ping"}""") with { RootId = "hook" });

        Assert.Equal("""{"a":"a","b":null,"body":null}""", Json(byStart.Finished));
        Assert.Equal("""{"a":null,"b":"b","body":"ping"}""", Json(byHook.Finished));
    }

    private static object Case(string id, string op, params (string Variable, string Comparison, string Value)[] conditions) => new
    {
        case_id = id,
        logical_operator = op,
        conditions = conditions.Select(one => new { variable_selector = one.Variable.Split('.'), comparison_operator = one.Comparison, value = one.Value }),
    };

    private static string Json(Workflows.Events.RunFinished finished) => Workflows.Values.SegmentJson.ToJson(Workflows.Values.Segment.Of(finished.Outputs));
}
