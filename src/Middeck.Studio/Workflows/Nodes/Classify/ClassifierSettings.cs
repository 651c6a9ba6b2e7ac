using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Classify;

/// <summary>What a <c>question-classifier</c> node does.</summary>
internal sealed record ClassifierSettings(
    NodeModel Model,
    Selector Query,
    IReadOnlyList<TextClass> Classes,
    string Instruction,
    NodeMemory? Memory,
    NodeVision Vision)
{
    public static ClassifierSettings Read(GraphNode node)
    {
        var data = node.Data;
        return new ClassifierSettings(
            NodeModel.Read(data.Member("model")),
            Selector.Read(data, "query_variable_selector"),
            [
                .. data.Member("classes").Items().Select(one => new TextClass(
                    one.Member("id").Text() ?? one.Member("id")?.GetRawText() ?? "",
                    one.Member("name").Text() ?? "",
                    one.Member("label").Text())),
            ],
            (data.Member("instruction") ?? data.Member("instructions")).Text() ?? "",
            NodeMemory.Read(data.Member("memory")),
            NodeVision.Read(data.Member("vision")));
    }
}
