using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Workflows.Containers;
using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>Starts nodes, waits for them without holding a thread, and does with their results what their settings say.</summary>
internal sealed class NodeRunner(GraphRun run, NodeCatalog nodes, RunOutcome outcome)
{
    private readonly HashSet<NodeExecution> _open = [];

    /// <summary>How many nodes work, or wait to be tried again, away from the engine's thread.</summary>
    public int InFlight { get; private set; }

    public bool HasEffects(ReadyNode ready)
    {
        var node = ready.Frame.Scope.Nodes[ready.Place];
        return !NodeTypes.IsContainer(node.Type) && nodes.Find(node.Type).HasEffects;
    }

    /// <summary>Starts a node, or goes through what was recorded of it.</summary>
    public void Start(ReadyNode ready, NodeRecord? recorded)
    {
        if (ready.Again is { } again)
        {
            Invoke(again);
            return;
        }

        var (frame, place) = (ready.Frame, ready.Place);
        var node = frame.Scope.Nodes[place];
        frame.States[place] = NodeState.Running;
        if (++frame.Steps > run.Options.MaxSteps)
        {
            run.FailAll($"The run has more than {run.Options.MaxSteps} steps.", "RunStepsError");
            return;
        }

        var text = frame.Scope.ResponseOf[place] >= 0 ? run.Stream.Reach(frame, place) : "";
        var execution = new NodeExecution(
            run.Request.RunId, frame, place, outcome.CountStep(), run.Clock.GetUtcNow(), run.Clock.GetTimestamp())
        {
            ResponseText = text,
        };
        run.Emit(new NodeStarted(execution.StartedAt, execution));
        if (recorded is not null)
        {
            GoThrough(execution, recorded);
        }
        else if (node.NeverRepeat && !run.IsReplaying && run.Request.Interrupted.Contains(execution.Key))
        {
            Fail(execution, NodeResult.Failure(
                "NodeInterruptedError", $"The node '{Name(node)}' was interrupted in the middle, and it must not be done twice."));
        }
        else if (NodeTypes.IsContainer(node.Type))
        {
            _open.Add(execution);
            ContainerRun container = node.Type == NodeTypes.Loop ? new LoopRun(run, execution) : new IterationRun(run, execution);
            container.Start();
        }
        else
        {
            Invoke(execution);
        }
    }

    /// <summary>A node that worked elsewhere has done so.</summary>
    public void Arrived(NodeExecution execution, NodeResult result)
    {
        Land(execution);
        Complete(execution, result);
    }

    /// <summary>A failed node has waited long enough.</summary>
    public void TryAgain(NodeExecution execution)
    {
        Land(execution);
        run.Again(execution);
    }

    public void Complete(NodeExecution execution, NodeResult result)
    {
        _open.Remove(execution);
        if (run.IsOver || execution.Frame.IsOver)
        {
            return;
        }

        var node = execution.Node;
        if (result.Form is { } form)
        {
            Wait(execution, form);
        }
        else if (result.Error is null)
        {
            Settle(execution, NodeStatus.Succeeded, result);
        }
        else if (execution.Retries < node.Retry.MaxRetries && !NodeTypes.IsContainer(node.Type))
        {
            Retry(execution, result);
        }
        else if (node.ErrorStrategy == ErrorStrategy.None)
        {
            Fail(execution, result);
        }
        else
        {
            Settle(execution, NodeStatus.Exception, Bear(node, result));
        }
    }

    /// <summary>Cuts nodes off: they are told so by their token, and whatever they do now counts for nothing.</summary>
    public void Drop(Func<NodeExecution, bool> which)
    {
        foreach (var execution in _open.Where(which).OrderByDescending(execution => execution.Index).ToList())
        {
            Land(execution);
            execution.IsDropped = true;
            var stopped = NodeResult.Failure("", "The node was stopped.");
            run.Emit(new NodeFinished(
                run.Clock.GetUtcNow(),
                execution,
                new NodeRecord(execution.Key, NodeStatus.Stopped, stopped),
                run.Clock.GetElapsedTime(execution.Timestamp)));
        }
    }

    private static string Name(GraphNode node) => node.Title.Length > 0 ? node.Title : node.Id;

    private static NodeResult Bear(GraphNode node, NodeResult failure)
    {
        var outputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        if (node.ErrorStrategy == ErrorStrategy.DefaultValue)
        {
            foreach (var (name, value) in node.DefaultOutputs)
            {
                outputs[name] = value;
            }
        }

        outputs["error_message"] = Segment.Of(failure.Error);
        outputs["error_type"] = Segment.Of(failure.ErrorKind);
        return failure with
        {
            Outputs = outputs,
            Handle = node.ErrorStrategy == ErrorStrategy.FailBranch ? ScopeEdge.FailBranch : null,
        };
    }

    private static async ValueTask<NodeResult> ExecuteAsync(INodeExecutor executor, NodeContext context, CancellationToken cancellation)
    {
        try
        {
            return await executor.ExecuteAsync(context, cancellation);
        }
        catch (NodeException failure)
        {
            return NodeResult.Failure(failure.Kind, failure.Message);
        }
        catch (FaultException refusal)
        {
            return NodeResult.Failure(refusal.Fault.Code, refusal.Fault.Detail);
        }
        catch (Exception failure)
        {
            // Whatever a node throws is the node's failure and not the run's: its settings say what follows.
            return NodeResult.Failure(failure.GetType().Name, failure.Message);
        }
    }

    private void Invoke(NodeExecution execution)
    {
        var executor = nodes.Find(execution.Node.Type);
        var work = ExecuteAsync(executor, new NodeContext(run, execution), execution.Frame.Token(run.Token));
        // What the node sent before it was done comes first.
        if (work.IsCompletedSuccessfully && !run.HasMessages)
        {
            Complete(execution, work.Result);
            return;
        }

        TakeOff(execution);
        _ = ObserveAsync(execution, work);
    }

    private async Task ObserveAsync(NodeExecution execution, ValueTask<NodeResult> work)
        => run.Post(new CompletionMessage(execution, await work));

    private void Retry(NodeExecution execution, NodeResult failure)
    {
        run.Stream.Restart(execution.Frame, execution.Place);
        execution.Retries++;
        run.Emit(new NodeRetried(
            run.Clock.GetUtcNow(), execution, failure, execution.Retries, run.Clock.GetElapsedTime(execution.Timestamp)));
        if (execution.Node.Retry.Interval == TimeSpan.Zero)
        {
            run.Again(execution);
            return;
        }

        TakeOff(execution);
        _ = PostponeAsync(execution, execution.Frame.Token(run.Token));
    }

    private async Task PostponeAsync(NodeExecution execution, CancellationToken cancellation)
    {
        await Task.Delay(execution.Node.Retry.Interval, run.Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        run.Post(new RetryMessage(execution));
    }

    private void TakeOff(NodeExecution execution)
    {
        execution.IsInFlight = true;
        InFlight++;
        _open.Add(execution);
    }

    private void Land(NodeExecution execution)
    {
        _open.Remove(execution);
        if (execution.IsInFlight)
        {
            execution.IsInFlight = false;
            InFlight--;
        }
    }

    private void GoThrough(NodeExecution execution, NodeRecord recorded)
    {
        if (recorded.Status == NodeStatus.Failed)
        {
            Fail(execution, recorded.Result);
        }
        else
        {
            Settle(execution, recorded.Status, recorded.Result);
        }
    }

    private void Wait(NodeExecution execution, FormRequest request)
    {
        execution.Frame.States[execution.Place] = NodeState.Paused;
        var now = run.Clock.GetUtcNow();
        if (run.Request.Forms.FirstOrDefault(form => form.Key == execution.Key) is { } shown)
        {
            outcome.Add(shown);
            return;
        }

        var timeout = request.Timeout < run.Options.MaxFormAge ? request.Timeout : run.Options.MaxFormAge;
        var form = new PendingForm(
            execution.Key, execution.Node.Id, execution.Node.Title, Ids.New(run.Clock), request.Content, now + timeout);
        outcome.Add(form);
        run.Emit(new HumanInputRequired(now, execution, form, request));
    }

    private void Settle(NodeExecution execution, NodeStatus status, NodeResult result)
    {
        var (frame, place) = (execution.Frame, execution.Place);
        frame.Pool.Set(execution.Node.Id, result.Outputs);
        foreach (var write in result.Writes)
        {
            run.Write(frame, write.Variable, write.Value);
        }

        var record = new NodeRecord(execution.Key, status, result);
        outcome.Add(execution, record);
        run.Follow(frame, place, result.Handle);
        run.Emit(new NodeFinished(run.Clock.GetUtcNow(), execution, record, run.Clock.GetElapsedTime(execution.Timestamp)));
        if (execution.Node.Type == NodeTypes.LoopEnd)
        {
            run.Break(frame);
        }
        else
        {
            run.Close(frame);
        }
    }

    private void Fail(NodeExecution execution, NodeResult failure)
    {
        var record = new NodeRecord(execution.Key, NodeStatus.Failed, failure);
        outcome.Add(execution, record);
        execution.Frame.States[execution.Place] = NodeState.Finished;
        run.Emit(new NodeFinished(run.Clock.GetUtcNow(), execution, record, run.Clock.GetElapsedTime(execution.Timestamp)));
        run.Fail(execution.Frame, failure);
    }
}
