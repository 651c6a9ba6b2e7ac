using System.Globalization;

namespace Middeck.Workflows.Tests.Support;

/// <summary>Chats of some twenty nodes that nobody would draw: branches, joins, answers everywhere, containers, assigners.</summary>
internal sealed class RandomGraph(int seed)
{
    private readonly Random _random = new(seed);
    private readonly GraphBuilder _graph = new();
    private readonly List<string> _handles = ["start"];
    private readonly List<string> _texts = ["sys.query", "conversation.x"];

    public Workflows.Graphs.WorkflowGraph Build()
    {
        _graph.Start();
        for (var i = 0; i < 20; i++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"n{i}"));
        }

        _graph.Answer("last", "|" + Template()).Edges([.. Some(4).Select(handle => $"{handle} -> last")]);
        return _graph.Build();
    }

    private void Add(string id)
    {
        var before = Some(3);
        switch (_random.Next(8))
        {
            case 0:
                _graph.If(id, "sys.query", _random.Next(2) == 0 ? "is" : "is not", "go");
                _handles.AddRange([id + ":true", id + ":false"]);
                break;
            case 1 or 2:
                _graph.Answer(id, $"({id} {Template()})");
                _handles.Add(id);
                break;
            case 3:
                _graph.Assign(id, "conversation.x", "set", id);
                _handles.Add(id);
                break;
            case 4:
                _graph.Iteration(id, "start.list", $"{id}say.text", new { is_parallel = _random.Next(2) == 0, parallel_nums = 2 })
                    .Node($"{id}say", "llm", new { says = $"{{{{#{id}.item#}}}}~" }, inside: id)
                    .Answer($"{id}tell", $"<{id} {{{{#{id}say.text#}}}}>", inside: id)
                    .Edges($"{id}start -> {id}say", $"{id}say -> {id}tell");
                _texts.Add(id + ".output");
                _handles.Add(id);
                break;
            default:
                _graph.Node(id, "llm", new { says = $"{id} says {Template()}" });
                _texts.Add(id + ".text");
                _handles.Add(id);
                break;
        }

        _graph.Edges([.. before.Select(handle => $"{handle} -> {id}")]);
    }

    private List<string> Some(int most)
        => [.. Enumerable.Range(0, 1 + _random.Next(most)).Select(_ => _handles[_random.Next(_handles.Count)]).Distinct()];

    private string Any() => _texts[_random.Next(_texts.Count)];

    private string Template() => string.Concat(Enumerable.Range(0, _random.Next(4)).Select(part => $"{part}:{{{{#{Any()}#}}}} "));
}
