using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Containers;

/// <summary>
/// Runs the inside of a loop again and again until its conditions hold, its end node is reached or its rounds are used up. Its own
/// variables live through the rounds, those of the nodes inside only through theirs.
/// </summary>
internal sealed class LoopRun(GraphRun run, NodeExecution execution) : ContainerRun(run, execution)
{
    private readonly LoopSettings _settings = execution.Node.Settings(LoopSettings.Read);
    private readonly VariablePool _pool = new(execution.Frame.Pool);
    private IReadOnlyDictionary<string, Segment> _inputs = NodeResult.NoValues;
    private VariablePool? _last;
    private int _rounds;

    public override void Start()
    {
        Announce(_settings.Rounds, _inputs = Inputs());
        if (_settings.Rounds > Run.Options.MaxLoopRounds)
        {
            Complete(
                _inputs,
                NodeResult.Failure(
                    "LoopNodeError", $"The loop wants {_settings.Rounds} rounds, but at most {Run.Options.MaxLoopRounds} are allowed."),
                0);
            return;
        }

        try
        {
            foreach (var variable in _settings.Variables)
            {
                _pool.Set(Execution.Node.Id, variable.Name, variable.First(Around.Pool));
            }
        }
        catch (NodeException failure)
        {
            Complete(_inputs, NodeResult.Failure(failure.Kind, failure.Message), 0);
            return;
        }

        if (_settings.Rounds == 0)
        {
            Conclude(isBroken: false);
        }
        else
        {
            GoOn(_pool);
        }
    }

    public override bool IsTurnOf(int index) => true;

    public override void Finished(Frame frame)
    {
        Leave(frame);
        if (_rounds == _settings.Rounds)
        {
            Conclude(IsBroken(frame.Pool, out var failure), failure);
        }
        else
        {
            GoOn(frame.Pool);
        }
    }

    public override void Failed(Frame frame, NodeResult failure)
    {
        Leave(frame);
        Complete(_inputs, NodeResult.Failure(failure.ErrorKind, failure.Error!), _rounds);
    }

    public override void Break(Frame frame)
    {
        Leave(frame);
        Conclude(isBroken: true);
    }

    public override bool Write(string variable, Segment value)
    {
        if (_pool.Find(Execution.Node.Id, variable) is null)
        {
            return false;
        }

        _pool.Set(Execution.Node.Id, variable, value);
        return true;
    }

    private void Leave(Frame frame)
    {
        _rounds++;
        Frames.Remove(frame);
        frame.Release();
        _last = frame.Pool;
        Run.Stream.Advance();
    }

    private void GoOn(VariablePool after)
    {
        if (IsBroken(after, out var failure) || failure is not null)
        {
            Conclude(isBroken: true, failure);
            return;
        }

        if (_rounds > 0)
        {
            Run.Emit(new ContainerNext(Run.Clock.GetUtcNow(), Execution, _rounds, Segment.Of(Variables())));
        }

        Begin(new Frame(Inside, new VariablePool(_pool), Around, this, _rounds));
    }

    // A variable that is not there yet, or not in this round, breaks nothing.
    private bool IsBroken(VariablePool pool, out NodeResult? failure)
    {
        failure = null;
        if (_settings.Break.All.Count == 0 || _settings.Break.All.Any(condition => pool.Find(condition.Variable) is null))
        {
            return false;
        }

        try
        {
            return _settings.Break.Hold(pool);
        }
        catch (NodeException wrong)
        {
            failure = NodeResult.Failure(wrong.Kind, wrong.Message);
            return false;
        }
    }

    private OrderedDictionary<string, Segment> Inputs() => new()
    {
        ["loop_count"] = Segment.Of(_settings.Rounds),
    };

    private OrderedDictionary<string, Segment> Variables()
    {
        var variables = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var variable in _settings.Variables)
        {
            variables[variable.Name] = _pool.Find(Execution.Node.Id, variable.Name)!;
        }

        return variables;
    }

    private void Conclude(bool isBroken, NodeResult? failure = null)
    {
        if (_last is not null)
        {
            // What the last round left can be read after the loop, as in the apps that we import.
            Around.Pool.Adopt(_last, node => Inside.Nodes.Any(inner => inner.Id == node));
        }

        var outputs = Variables();
        outputs["loop_round"] = Segment.Of(_rounds);
        var result = failure ?? NodeResult.Success(outputs) with
        {
            Metadata = new OrderedDictionary<string, Segment>
            {
                ["loop_length"] = Segment.Of(_settings.Rounds),
                ["completed_reason"] = Segment.Of(isBroken ? "loop_break" : "loop_completed"),
            },
        };
        Complete(_inputs, result, _rounds);
    }
}
