using System.Text.Json.Nodes;

namespace Middeck.Workflows.Upgrades;

/// <summary>
/// Before version 0.1.2 an iteration named its first real node in <c>start_node_id</c>. Today a start node of its own stands before
/// that one, and the children say to which container they belong.
/// </summary>
internal static class ContainerStartUpgrade
{
    public static void Apply(string id, JsonObject node, JsonObject data, JsonObject graph, List<string> changes)
    {
        var kind = GraphUpgrade.Text(data, "type");
        if (kind is not ("iteration" or "loop") || graph["nodes"] is not JsonArray nodes)
        {
            return;
        }

        var all = nodes.OfType<JsonObject>().Where(one => one["data"] is JsonObject).ToList();
        var owner = kind == "iteration" ? "iteration_id" : "loop_id";
        foreach (var child in all)
        {
            if (GraphUpgrade.Text(child, "parentId") is null && GraphUpgrade.Text((JsonObject)child["data"]!, owner) == id && id.Length > 0)
            {
                child["parentId"] = id;
                changes.Add($"The node '{GraphUpgrade.Text(child, "id")}' became a child of the container '{id}' that it names.");
            }
        }

        var startType = kind + "-start";
        var start = all.Find(one => GraphUpgrade.Text((JsonObject)one["data"]!, "type") == startType && GraphUpgrade.Text(one, "parentId") == id);
        if (start is not null)
        {
            if (GraphUpgrade.Text(data, "start_node_id") != GraphUpgrade.Text(start, "id"))
            {
                data["start_node_id"] = GraphUpgrade.Text(start, "id");
                changes.Add($"The container '{id}' named another start than its start node.");
            }

            return;
        }

        var first = GraphUpgrade.Text(data, "start_node_id");
        if (all.Find(one => GraphUpgrade.Text(one, "id") == first) is not { } target || GraphUpgrade.Text(target, "parentId") != id)
        {
            return;
        }

        Insert(id, kind, FreeId(id + "start", all), first!, node, nodes, graph);
        data["start_node_id"] = GraphUpgrade.Text((JsonObject)nodes[^1]!, "id");
        changes.Add($"The container '{id}' had no start node; one was put before '{first}'.");
    }

    private static void Insert(string id, string kind, string startId, string first, JsonObject node, JsonArray nodes, JsonObject graph)
    {
        var marks = kind == "iteration" ? "isInIteration" : "isInLoop";
        nodes.Add(new JsonObject
        {
            ["id"] = startId,
            ["type"] = $"custom-{kind}-start",
            ["parentId"] = id,
            ["data"] = new JsonObject { ["type"] = kind + "-start", ["title"] = "", ["desc"] = "", [marks] = true },
            ["position"] = new JsonObject { ["x"] = 24, ["y"] = 68 },
            ["width"] = 44,
            ["height"] = 48,
            ["draggable"] = false,
            ["selectable"] = false,
            ["sourcePosition"] = "right",
            ["targetPosition"] = "left",
            ["zIndex"] = (node["zIndex"] is JsonValue depth && depth.TryGetValue<int>(out var level) ? level : 0) + 1001,
        });
        if (graph["edges"] is not JsonArray edges)
        {
            graph["edges"] = edges = [];
        }

        edges.Add(new JsonObject
        {
            ["id"] = $"{startId}-source-{first}-target",
            ["type"] = "custom",
            ["source"] = startId,
            ["sourceHandle"] = "source",
            ["target"] = first,
            ["targetHandle"] = "target",
            ["data"] = new JsonObject
            {
                ["sourceType"] = kind + "-start",
                [marks] = true,
                [kind == "iteration" ? "iteration_id" : "loop_id"] = id,
            },
            ["zIndex"] = 1002,
        });
    }

    private static string FreeId(string wanted, List<JsonObject> all)
    {
        while (all.Exists(one => GraphUpgrade.Text(one, "id") == wanted))
        {
            wanted += "0";
        }

        return wanted;
    }
}
