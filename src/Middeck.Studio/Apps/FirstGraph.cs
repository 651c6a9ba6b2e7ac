using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Apps;

/// <summary>What an app with a graph begins with when nobody says: its start and its end, and for a chat a model between them.</summary>
internal static class FirstGraph
{
    private const int ColumnWidth = 304;
    private const int Width = 244;
    private const int Left = 80;
    private const int Top = 280;

    /// <summary>A configuration in the shape of the DSL's <c>workflow</c>, with what the given one lacks.</summary>
    /// <param name="mode">The kind of app.</param>
    /// <param name="config">What is said; goes back as it is when it is no object, to be refused.</param>
    /// <param name="graph">The graph; null for the configuration's, or one to begin with.</param>
    /// <param name="language">Of the nodes' titles.</param>
    public static JsonElement Complete(string mode, JsonElement config, JsonElement? graph, string? language)
    {
        if (config.ValueKind != JsonValueKind.Object)
        {
            return config;
        }

        var isChinese = language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;
        var members = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in config.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        members["graph"] = graph ?? config.Member("graph") ?? (object)(mode == AppMode.Workflow ? Flow(isChinese) : Chat(isChinese));
        members.TryAdd("features", new Dictionary<string, object>());
        members.TryAdd("environment_variables", Array.Empty<object>());
        members.TryAdd("conversation_variables", Array.Empty<object>());
        return JsonSerializer.SerializeToElement(members, DslJson.Verbatim);
    }

    private static object Flow(bool isChinese) => Graph(
        Node(0, "start", new { type = "start", title = isChinese ? "开始" : "Start", desc = "", variables = Array.Empty<object>() }),
        Node(1, "end", new { type = "end", title = isChinese ? "结束" : "End", desc = "", outputs = Array.Empty<object>() }));

    private static object Chat(bool isChinese) => Graph(
        Node(0, "start", new { type = "start", title = isChinese ? "开始" : "Start", desc = "", variables = Array.Empty<object>() }),
        Node(1, "llm", new
        {
            type = "llm",
            title = isChinese ? "大模型" : "Model",
            desc = "",
            // No model of its own: the workspace's default answers.
            model = new { provider = "", name = "", mode = "chat", completion_params = new { temperature = 0.7 } },
            prompt_template = new object[]
            {
                new { id = "system", role = "system", text = "" },
                new { id = "user", role = "user", text = "{{#sys.query#}}" },
            },
            memory = new { window = new { enabled = true, size = 10 } },
            context = new { enabled = false, variable_selector = Array.Empty<string>() },
            vision = new { enabled = false },
            variables = Array.Empty<object>(),
        }),
        Node(2, "answer", new
        {
            type = "answer",
            title = isChinese ? "回复" : "Answer",
            desc = "",
            answer = "{{#llm.text#}}",
            variables = Array.Empty<object>(),
        }));

    private static object Graph(params (string Id, object Data, object Node)[] nodes) => new
    {
        nodes = nodes.Select(static node => node.Node),
        edges = nodes.Zip(nodes.Skip(1), static (from, to) => new
        {
            id = $"{from.Id}-source-{to.Id}-target",
            type = "custom",
            source = from.Id,
            sourceHandle = "source",
            target = to.Id,
            targetHandle = "target",
            data = new { sourceType = from.Id, targetType = to.Id, isInIteration = false, isInLoop = false },
        }),
        viewport = new { x = 0, y = 0, zoom = 1 },
    };

    // Each is named after its type: there is one of each.
    private static (string Id, object Data, object Node) Node(int column, string id, object data) => (id, data, new
    {
        id,
        type = "custom",
        position = new { x = Left + (column * ColumnWidth), y = Top },
        width = Width,
        sourcePosition = "right",
        targetPosition = "left",
        data,
    });
}
