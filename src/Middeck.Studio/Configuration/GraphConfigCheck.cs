using System.Text.Json;
using Middeck.Studio.Memory;
using Middeck.Studio.Variables;
using Middeck.Studio.Workflows.Runs.Slots;

namespace Middeck.Studio.Configuration;

/// <summary>
/// Refuses a configuration with a graph that nobody could draw or keep. Whether the graph can run is another question: a draft may
/// be unfinished.
/// </summary>
internal static class GraphConfigCheck
{
    private const int MostNodes = 2_000;
    private const int MostEdges = 10_000;
    private const int LongestId = 200;
    private const double FarthestPlace = 10_000_000;

    // {"graph": {"nodes": [], "edges": []}, "features": {}, "environment_variables": [], "conversation_variables": []}
    public static void Check(FieldCheck root)
    {
        var graph = root.Member("graph").Present().Object();
        foreach (var node in graph.Member("nodes").Present().List(MostNodes).Items())
        {
            CheckNode(node.Present().Object());
        }

        foreach (var edge in graph.Member("edges").List(MostEdges).Items())
        {
            edge.Present().Object().Member("data").Object();
        }

        var features = root.Member("features").Object();
        AppConfigCheck.CheckFeatures(features);
        // Ours may stand among the features or beside them.
        MemorySettings.Check(root);
        MemorySettings.Check(features);
        RunLimitSettings.Check(root);
        RunLimitSettings.Check(features);
        VariableDefinition.Check(root);
        EnvironmentVariableCheck.Check(root);
    }

    private static void CheckNode(FieldCheck node)
    {
        if (node.Member("id").Value is { ValueKind: JsonValueKind.String })
        {
            node.Member("id").Text(LongestId);
        }

        node.Member("data").Object().Member("type").Text(LongestId);
        var position = node.Member("position").Object();
        position.Member("x").Number(-FarthestPlace, FarthestPlace);
        position.Member("y").Number(-FarthestPlace, FarthestPlace);
    }
}
