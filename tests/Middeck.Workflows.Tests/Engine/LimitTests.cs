using Middeck.Core.Errors;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Tests.Support;

namespace Middeck.Workflows.Tests.Engine;

public sealed class LimitTests
{
    [Fact]
    public async Task A_run_with_too_many_steps_fails()
    {
        var graph = Chain(10);

        var log = await new Play(FakeNode.Model()) { Options = new() { MaxSteps = 11 } }.RunAsync(graph);
        var allowed = await new Play(FakeNode.Model()) { Options = new() { MaxSteps = 12 } }.RunAsync(graph);

        Assert.Equal("The run has more than 11 steps.", log.Finished.Error);
        Assert.Equal(RunStatus.Succeeded, allowed.Finished.Status);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_fails_while_a_node_still_waits()
    {
        var clock = new FakeClock();
        var gate = new Gate();
        var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        clock.TimerSet += _ => set.TrySetResult();

        var run = new Play(gate.Node()) { Clock = clock }.RunAsync(Chain(1));
        await gate.WaitForAsync("n0");
        await set.Task;
        clock.Advance(TimeSpan.FromSeconds(1200));
        var log = await run;

        Assert.Equal((RunStatus.Failed, "The run took longer than 1200 seconds."), (log.Finished.Status, log.Finished.Error));
        Assert.Equal(TimeSpan.FromSeconds(1200), log.Finished.Elapsed);
        Assert.Equal(NodeStatus.Stopped, log.Record("n0").Status);
    }

    [Fact]
    public async Task No_more_nodes_work_at_once_than_allowed_and_those_without_effects_do_not_wait()
    {
        var gate = new Gate();
        var graph = new GraphBuilder().Start().Node("a", "llm").Node("b", "llm").Node("c", "llm").If("if", "sys.query", "empty", "")
            .Edges("start -> a", "start -> b", "start -> c", "start -> if")
            .Build();

        var events = new Play(gate.Node()) { Options = new() { MaxParallel = 2 } }.Engine()
            .RunAsync(Play.Of(graph), CancellationToken.None).GetAsyncEnumerator();
        while (await events.MoveNextAsync() && events.Current is not NodeFinished { Execution.Node.Id: "if" })
        {
        }

        Assert.False(gate.IsAsked("c"));
        gate.Say("a", "");
        while (await events.MoveNextAsync() && events.Current is not NodeStarted { Execution.Node.Id: "c" })
        {
        }

        await events.DisposeAsync();
    }

    [Fact]
    public async Task A_stop_cancels_the_nodes_that_work_and_the_run_tells_so()
    {
        var gate = new Gate();
        using var stop = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();
        var graph = Chain(1);
        var node = new FakeNode("llm", async (context, cancellation) =>
        {
            cancellation.Register(cancelled.SetResult);
            await gate.Node().ExecuteAsync(context, cancellation);
            return FakeNode.Text("");
        });

        var run = new Play(node).RunAsync(Play.Of(graph), stop.Token);
        await gate.WaitForAsync("n0");
        await stop.CancelAsync();
        var log = await run;

        Assert.Equal(RunStatus.Stopped, log.Finished.Status);
        Assert.True(cancelled.Task.IsCompleted);
    }

    [Fact]
    public async Task A_reader_that_goes_away_cancels_the_nodes_that_work()
    {
        var cancelled = new TaskCompletionSource();
        var node = new FakeNode("llm", async (_, cancellation) =>
        {
            cancellation.Register(cancelled.SetResult);
            await Task.Delay(Timeout.Infinite, cancellation);
            return FakeNode.Text("");
        });

        await foreach (var what in new Play(node).Engine().RunAsync(Play.Of(Chain(1)), CancellationToken.None))
        {
            if (what is NodeStarted { Execution.Node.Type: "llm" })
            {
                break;
            }
        }

        await cancelled.Task;
    }

    [Fact]
    public void Workflows_that_call_each_other_too_deep_are_refused()
    {
        var refusal = Assert.Throws<FaultException>(
            () => new Play().Engine().RunAsync(Play.Of(Chain(1)) with { CallDepth = 6 }, CancellationToken.None));

        Assert.Equal("workflows.called_too_deep", refusal.Fault.Code);
    }

    private static Workflows.Graphs.WorkflowGraph Chain(int length)
    {
        var graph = new GraphBuilder().Start();
        for (var i = 0; i < length; i++)
        {
            graph.Node($"n{i}", "llm").Edges($"{(i == 0 ? "start" : $"n{i - 1}")} -> n{i}");
        }

        return graph.End("end", $"x=n{length - 1}.text").Edges($"n{length - 1} -> end").Build();
    }
}
