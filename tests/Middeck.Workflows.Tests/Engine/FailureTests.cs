using System.Threading.Channels;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;

namespace Middeck.Workflows.Tests.Engine;

public sealed class FailureTests
{
    [Fact]
    public async Task A_failure_without_a_strategy_ends_the_run_and_cuts_off_what_still_works()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start().Node("bad", "llm").Node("slow", "llm").End("end", "x=bad.text")
            .Edges("start -> bad", "start -> slow", "bad -> end", "slow -> end")
            .Build();

        var run = new Play(gate.Node()).RunAsync(graph);
        var slow = await gate.WaitForAsync("slow");
        await gate.WaitForAsync("bad");
        gate.Fail("bad", "The model is gone.");
        var log = await run;

        Assert.Equal((RunStatus.Failed, "The model is gone.", "ModelError"), (log.Finished.Status, log.Finished.Error, log.Finished.ErrorKind));
        Assert.Equal(NodeStatus.Failed, log.Record("bad").Status);
        Assert.Equal(NodeStatus.Stopped, log.Record("slow").Status);
        Assert.DoesNotContain("end", log.Started);
        Assert.NotNull(slow);
    }

    [Fact]
    public async Task A_default_value_lets_the_run_go_on_and_counts_as_an_exception()
    {
        var graph = new GraphBuilder().Start()
            .Node("bad", "bad", new
            {
                error_strategy = "default-value",
                default_value = new object[]
                {
                    new { key = "text", type = "string", value = "sorry" },
                    new { key = "list", type = "array[number]", value = "[1, 2]" },
                },
            })
            .End("end", "x=bad.text", "l=bad.list", "why=bad.error_message", "kind=bad.error_type")
            .Edges("start -> bad", "bad -> end")
            .Build();

        var log = await new Play(Bad()).RunAsync(graph);

        Assert.Equal((RunStatus.PartialSucceeded, 1), (log.Finished.Status, log.Finished.Exceptions));
        Assert.Equal(NodeStatus.Exception, log.Record("bad").Status);
        Assert.Equal(("\"sorry\"", "[1,2]", "\"broken\"", "\"InvalidOperationException\""), (log.Output("x"), log.Output("l"), log.Output("why"), log.Output("kind")));
    }

    [Theory]
    [InlineData("bad", "\"broken\"", "null", RunStatus.PartialSucceeded)]
    [InlineData("llm", "null", "\"node\"", RunStatus.Succeeded)]
    public async Task A_fail_branch_is_taken_after_a_failure_and_only_then(string type, string error, string text, RunStatus status)
    {
        var graph = new GraphBuilder().Start().Node("node", type, new { error_strategy = "fail-branch" }).Node("plan", "llm")
            .End("well", "text=node.text").End("ill", "error=node.error_message")
            .Edges("start -> node", "node:success-branch -> well", "node:fail-branch -> plan", "plan -> ill")
            .Build();

        var log = await new Play(Bad(), FakeNode.Model()).RunAsync(graph);

        Assert.Equal(status, log.Finished.Status);
        Assert.Equal(error, log.Output("error") ?? "null");
        Assert.Equal(text, log.Output("text") ?? "null");
    }

    [Fact]
    public async Task A_failed_node_is_tried_again_after_its_interval_with_the_same_idempotency_key()
    {
        var clock = new FakeClock();
        var keys = new List<string>();
        var timers = Channel.CreateUnbounded<TimeSpan>();
        clock.TimerSet += wait => timers.Writer.TryWrite(wait);
        var graph = new GraphBuilder().Start()
            .Node("node", "flaky", new { retry_config = new { retry_enabled = true, max_retries = 3, retry_interval = 250 } })
            .End("end", "x=node.text").Edges("start -> node", "node -> end")
            .Build();
        var play = new Play(new FakeNode("flaky", (context, _) =>
        {
            keys.Add(context.IdempotencyKey);
            return ValueTask.FromResult(keys.Count < 3 ? NodeResult.Failure("Busy", $"busy {keys.Count}") : FakeNode.Text("done"));
        }))
        { Clock = clock };

        var run = play.RunAsync(graph);
        for (var retry = 0; retry < 2; retry++)
        {
            while (await timers.Reader.ReadAsync() != TimeSpan.FromMilliseconds(250))
            {
            }

            clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        var log = await run;
        Assert.Equal((RunStatus.Succeeded, "\"done\""), (log.Finished.Status, log.Output("x")));
        Assert.Equal([1, 2], log.Events.OfType<NodeRetried>().Select(retry => retry.Retry));
        Assert.Equal("run/node", Assert.Single(keys.Distinct()));
    }

    [Fact]
    public async Task When_all_retries_have_failed_the_strategy_decides()
    {
        var graph = new GraphBuilder().Start()
            .Node("node", "bad", new { retry_config = new { retry_enabled = true, max_retries = 2, retry_interval = 0 }, error_strategy = "fail-branch" })
            .End("end", "x=node.error_message").Edges("start -> node", "node:fail-branch -> end")
            .Build();

        var log = await new Play(Bad()).RunAsync(graph);

        Assert.Equal((RunStatus.PartialSucceeded, 1, 2), (log.Finished.Status, log.Finished.Exceptions, log.Events.OfType<NodeRetried>().Count()));
    }

    private static FakeNode Bad() => new("bad", (_, _) => throw new InvalidOperationException("broken"));
}
