using System.Text.Json;
using Middeck.Core;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Extract;

/// <summary>What a <c>parameter-extractor</c> node does.</summary>
/// <param name="Model">The model.</param>
/// <param name="Query">The text.</param>
/// <param name="Parameters">What is looked for in it.</param>
/// <param name="Instruction">What to mind; may hold references.</param>
/// <param name="Memory">What it is shown of the conversation.</param>
/// <param name="Vision">Which files it sees.</param>
/// <param name="ByFunction">Whether the model calls a function with what it found, or writes it as JSON.</param>
internal sealed record ExtractorSettings(
    NodeModel Model,
    Selector Query,
    IReadOnlyList<ExtractedParameter> Parameters,
    string Instruction,
    NodeMemory? Memory,
    NodeVision Vision,
    bool ByFunction)
{
    public static ExtractorSettings Read(GraphNode node)
    {
        var data = node.Data;
        return new ExtractorSettings(
            NodeModel.Read(data.Member("model")),
            data.Member("query") is { } query && Selector.Read(query) is { } selector
                ? selector
                : Selector.Read(data, "query_variable_selector"),
            [
                .. data.Member("parameters").Items().Select(ExtractedParameter.Read)
                    .Where(one => one.Name.Length > 0).DistinctBy(one => one.Name),
            ],
            data.Member("instruction").Text() ?? "",
            NodeMemory.Read(data.Member("memory")),
            NodeVision.Read(data.Member("vision")),
            data.Member("reasoning_mode").Text() != "prompt");
    }

    /// <summary>All parameters as a JSON Schema.</summary>
    public JsonElement Schema() => JsonSerializer.SerializeToElement(
        new
        {
            type = "object",
            properties = Parameters.ToDictionary(one => one.Name, one => one.Schema()),
            required = Parameters.Where(one => one.Required).Select(one => one.Name),
        },
        Json.Snake);
}
