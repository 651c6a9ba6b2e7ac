using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Tests.Support;

namespace Middeck.Workflows.Tests.Graphs;

public sealed class GraphReaderTests
{
    public static TheoryData<string, string, string?, bool> Faults() => new()
    {
        { """{"nodes": []}""", GraphProblems.Malformed, null, true },
        { """[1, 2]""", GraphProblems.Malformed, null, true },
        { """{"nodes": [{"id": "a", "data": {"type": "llm"}}]}""", GraphProblems.InvalidRoot, null, true },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "s", "data": {"type": "end"}}]}""", GraphProblems.DuplicateNode, "s", true },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}], "edges": [{"source": "s", "target": "gone"}]}""", GraphProblems.MissingNode, "s", false },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "x", "data": {"type": "teleport"}}], "edges": [{"source": "s", "target": "x"}]}""", GraphProblems.UnknownType, "x", false },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "x", "data": {"type": "code"}}]}""", GraphProblems.Unreachable, "x", false },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "e", "data": {"type": "loop-end"}}], "edges": [{"source": "s", "target": "e"}]}""", GraphProblems.OutsideContainer, "e", false },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "c", "parentId": "gone", "data": {"type": "code"}}], "edges": [{"source": "s", "target": "c"}]}""", GraphProblems.OutsideContainer, "c", false },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "l", "data": {"type": "loop"}}], "edges": [{"source": "s", "target": "l"}]}""", GraphProblems.InvalidRoot, "l", true },
        { """{"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "a", "data": {"type": "code"}}, {"id": "b", "data": {"type": "code"}}], "edges": [{"source": "s", "target": "a"}, {"source": "a", "target": "b"}, {"source": "b", "target": "a"}]}""", GraphProblems.Cycle, "a", true },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_its_node(string graph, string code, string? node, bool isError)
    {
        var read = WorkflowGraph.Read(JsonDocument.Parse(graph).RootElement);

        var problem = Assert.Single(read.Problems, problem => problem.Code == code);
        Assert.Equal(node, problem.NodeId);
        Assert.Equal(isError, problem.IsError);
        Assert.Equal(!isError, read.CanRun);
    }

    [Fact]
    public void A_graph_with_an_error_is_refused_before_anything_runs()
    {
        var graph = new GraphBuilder().Start().Node("a", "code").Edges("start -> a", "a -> a").Build();

        var refusal = Assert.Throws<FaultException>(() => new Play().Engine().RunAsync(Play.Of(graph), CancellationToken.None));

        Assert.Equal(GraphProblems.Cycle, refusal.Fault.Code);
    }

    [Fact]
    public void An_edge_over_the_border_of_a_container_is_left_out()
    {
        var graph = new GraphBuilder().Start()
            .Loop("loop", 1).Node("in", "code", inside: "loop").Node("out", "code")
            .Edges("start -> loop", "loopstart -> in", "in -> out", "loop -> out")
            .Build();

        var problem = Assert.Single(graph.Problems);
        Assert.Equal((GraphProblems.EdgeCrossesContainer, "in"), (problem.Code, problem.NodeId));
    }

    [Fact]
    public void Notes_are_no_nodes()
    {
        var graph = WorkflowGraph.Read(JsonDocument.Parse(
            """
            {"nodes": [{"id": "s", "data": {"type": "start"}}, {"id": "n", "type": "custom-note", "data": {"type": "", "text": "x"}},
                       {"id": "m", "type": "custom-note", "data": {"text": "y"}}]}
            """).RootElement);

        Assert.Equal("s", Assert.Single(graph.Nodes).Id);
        Assert.Empty(graph.Problems);
    }

    [Fact]
    public async Task A_node_of_an_unknown_type_fails_only_when_it_is_reached()
    {
        var graph = new GraphBuilder().Start().If("if", "sys.query", "is", "beam").Node("far", "teleport").End("end", "q=sys.query")
            .Edges("start -> if", "if:true -> far", "if:false -> end")
            .Build();

        var well = await new Play().RunAsync(graph, query: "walk");
        var ill = await new Play().RunAsync(graph, query: "beam");

        Assert.Equal("\"walk\"", well.Output("q"));
        Assert.Equal("Nodes of the type 'teleport' cannot run here. Replace the node 'far'.", ill.Finished.Error);
    }
}
