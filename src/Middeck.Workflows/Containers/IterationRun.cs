using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Containers;

/// <summary>
/// Runs the inside of an iteration once for each item of a list, one after the other or several at a time. Each item works on its own
/// copy of the conversation's variables; the results stand in the order of the items.
/// </summary>
internal sealed class IterationRun(GraphRun run, NodeExecution execution) : ContainerRun(run, execution)
{
    private readonly IterationSettings _settings = execution.Node.Settings(IterationSettings.Read);
    private IReadOnlyList<Segment> _items = [];
    private Segment?[] _results = [];
    private bool[] _ended = [];
    private IReadOnlyDictionary<string, Segment> _inputs = NodeResult.NoValues;
    private int _next;
    private int _running;
    private int _firstOpen;

    public override void Start()
    {
        var list = Around.Pool.Find(_settings.Items);
        if (list is null || !(list.IsArray || list.IsNone))
        {
            var error = list is null
                ? NodeResult.Failure("VariableNotFoundError", $"Variable {_settings.Items} not found")
                : NodeResult.Failure(
                    "InvalidIteratorValueError", $"The iteration needs a list, but {_settings.Items} is {SegmentTypes.NameOf(list.Type)}.");
            Announce(0, _inputs);
            Complete(_inputs, error, 0);
            return;
        }

        _items = list.Items;
        _inputs = new OrderedDictionary<string, Segment> { ["iterator_selector"] = list };
        _results = new Segment?[_items.Count];
        _ended = new bool[_items.Count];
        Announce(_items.Count, _inputs);
        if (_items.Count == 0)
        {
            Conclude();
            return;
        }

        BeginNext();
    }

    public override bool IsTurnOf(int index) => index <= _firstOpen;

    public override void Finished(Frame frame)
    {
        foreach (var name in frame.Written)
        {
            Run.Write(Around, new("conversation", name), frame.Pool.Find("conversation", name)!);
        }

        End(frame, frame.Pool.Find(_settings.Output) ?? Segment.None);
    }

    public override void Failed(Frame frame, NodeResult failure)
    {
        if (_settings.ErrorMode == ItemErrorMode.Terminate)
        {
            foreach (var other in Frames)
            {
                Run.Abort(other);
            }

            _firstOpen = _items.Count;
            Run.Stream.Advance();
            Complete(_inputs, NodeResult.Failure(failure.ErrorKind, failure.Error!), _next);
            return;
        }

        End(frame, _settings.ErrorMode == ItemErrorMode.Continue ? Segment.None : null);
    }

    public override void Break(Frame frame) => Finished(frame);

    private void End(Frame frame, Segment? result)
    {
        _results[frame.Index] = result;
        _ended[frame.Index] = true;
        _running--;
        while (_firstOpen < _ended.Length && _ended[_firstOpen])
        {
            _firstOpen++;
        }

        Frames.Remove(frame);
        frame.Release();
        Run.Stream.Advance();
        if (_next == _items.Count && _running == 0)
        {
            Conclude();
        }
        else
        {
            BeginNext();
        }
    }

    private void BeginNext()
    {
        while (_next < _items.Count && _running < _settings.Parallel)
        {
            var index = _next++;
            _running++;
            var pool = new VariablePool(Around.Pool);
            pool.Set(Execution.Node.Id, new Dictionary<string, Segment>(StringComparer.Ordinal)
            {
                ["item"] = _items[index],
                ["index"] = Segment.Of(index),
            });
            pool.Set("conversation", Around.Pool.All("conversation"));
            Run.Emit(new ContainerNext(Run.Clock.GetUtcNow(), Execution, index, Previous: null));
            Begin(new Frame(Inside, pool, Around, this, index));
        }
    }

    private void Conclude()
    {
        var results = _results.OfType<Segment>().ToList();
        var values = results.Where(result => !result.IsNone).ToList();
        if (_settings.Flatten && values.Count > 0 && values.TrueForAll(value => value.IsArray))
        {
            results = [.. values.SelectMany(value => value.Items)];
        }

        var output = results.Count == 0
            ? Segment.Of([], _settings.OutputType is { } type && SegmentTypes.IsArray(type) ? type : SegmentType.ArrayAny)
            : Segment.Of(results);
        Complete(
            _inputs,
            NodeResult.Success(new OrderedDictionary<string, Segment> { ["output"] = output }) with
            {
                Metadata = new OrderedDictionary<string, Segment>
                {
                    ["iterator_length"] = Segment.Of(_items.Count),
                    ["is_parallel"] = Segment.Of(_settings.Parallel > 1),
                },
            },
            _items.Count);
    }
}
