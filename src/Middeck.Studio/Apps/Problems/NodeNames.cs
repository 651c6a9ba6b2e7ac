using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Apps.Problems;

/// <summary>What the nodes of a graph name that is not in the graph: models, tools and knowledge bases.</summary>
internal static class NodeNames
{
    /// <summary>The chat models of a node, as <c>provider/model</c>; those that are not chosen are left out.</summary>
    public static IEnumerable<string> Models(GraphNode node)
    {
        JsonElement? data = node.Data;
        JsonElement?[] places = node.Type switch
        {
            NodeTypes.Llm or NodeTypes.QuestionClassifier or NodeTypes.ParameterExtractor => [data.Member("model")],
            NodeTypes.KnowledgeRetrieval =>
            [
                data.Member("retrieval_mode").Text() == "single" ? data.Member("single_retrieval_config").Member("model") : null,
                data.Member("metadata_filtering_mode").Text() == "automatic" ? data.Member("metadata_model_config") : null,
            ],
            NodeTypes.Agent => [AgentModel(data)],
            _ => [],
        };
        return places.Select(ModelReference.Read).OfType<string>();
    }

    /// <summary>The tools of a node, with what it calls them.</summary>
    public static IEnumerable<ToolReference> Tools(GraphNode node)
    {
        JsonElement? data = node.Data;
        return node.Type switch
        {
            NodeTypes.Tool => new[] { ToolReference.Read(data) }.OfType<ToolReference>(),
            NodeTypes.Agent => data.Member("agent_parameters").Member("tools").Member("value").Items()
                .Where(static tool => tool.Member("enabled").Flag() != false)
                .Select(static tool => ToolReference.Read(tool))
                .OfType<ToolReference>(),
            _ => [],
        };
    }

    /// <summary>The knowledge bases of a node as they are written; null for a node that looks in none.</summary>
    public static IReadOnlyList<string>? KnowledgeBases(GraphNode node)
        => node.Type == NodeTypes.KnowledgeRetrieval ? [.. ((JsonElement?)node.Data).Member("dataset_ids").Texts()] : null;

    // {"type": "constant", "value": {"provider": "langgenius/openai/openai", "model": "gpt-4o", "model_type": "llm", …}}
    private static JsonElement? AgentModel(JsonElement? data)
    {
        var model = data.Member("agent_parameters").Member("model").Member("value");
        return model.Member("name") is null && model.Member("model").Text() is { } name
            ? JsonSerializer.SerializeToElement(new { Provider = model.Member("provider").Text(), Name = name }, Core.Json.Snake)
            : model;
    }
}
