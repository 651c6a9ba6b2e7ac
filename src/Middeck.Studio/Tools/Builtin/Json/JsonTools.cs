using System.Text.Json;
using System.Text.Json.Nodes;

namespace Middeck.Studio.Tools.Builtin.Json;

/// <summary>Reads and changes JSON, since models lose brackets in long ones.</summary>
internal sealed class JsonTools : IBuiltinTools
{
    private const string Provider = "json_process";
    private const int Longest = 2_000_000;
    private const string ContentProperty =
        """
        "content": {"type": "string", "description": "The JSON"}
        """;

    private const string QueryProperty =
        """
        "query": {"type": "string", "description": "JSONPath such as $.items[0].name, or a JSON pointer such as /items/0/name"}
        """;

    public IReadOnlyList<BuiltinTool> All =>
    [
        new(Provider, Info(
            "json_parse", "JSON 查询", "Query JSON", "按 JSONPath 从 JSON 中取出值。", "Takes values out of JSON by a JSONPath.",
            ToolSchema.Of(
                $$"""
                {{ContentProperty}},
                "json_filter": {"type": "string", "description": "JSONPath such as $.items[*].name, or a JSON pointer"}
                """,
                "content", "json_filter")), Query),
        new(Provider, Info(
            "json_insert", "JSON 插入", "Insert into JSON", "在 JSON 的某个位置加入一个值。",
            "Adds a value: a new member of an object, or an item of a list (at its end, or before index).",
            ToolSchema.Of(
                $$"""
                {{ContentProperty}}, {{QueryProperty}}, "new_value": {"description": "The value"},
                "index": {"type": "integer", "description": "For a list: before which item"}
                """,
                "content", "query", "new_value")), Insert),
        new(Provider, Info(
            "json_replace", "JSON 替换", "Replace in JSON", "替换 JSON 中某个位置的值。",
            "Puts another value in the place of those at a path.",
            ToolSchema.Of(
                $$"""
                {{ContentProperty}}, {{QueryProperty}}, "replace_value": {"description": "The new value"}
                """,
                "content", "query", "replace_value")), Replace),
        new(Provider, Info(
            "json_delete", "JSON 删除", "Delete from JSON", "删除 JSON 中某个位置的值。", "Removes the values at a path.",
            ToolSchema.Of($"{ContentProperty}, {QueryProperty}", "content", "query")), Delete),
    ];

    private static ToolInfo Info(
        string name, string zh, string en, string purposeZh, string purposeEn, JsonElement parameters)
        => new(name, new ToolWords(zh, en), new ToolWords(purposeZh, purposeEn), parameters, "🧩");

    private static ToolResult Query(ToolArguments arguments)
    {
        var found = JsonPath.Find(Content(arguments), JsonPath.Parse(arguments.Text("json_filter")));
        return found switch
        {
            [] => new ToolResult("Nothing stands at that path."),
            [JsonValue value] when value.GetValueKind() == JsonValueKind.String => new ToolResult(value.GetValue<string>()),
            [var only] => Write(only),
            _ => Write(new JsonArray([.. found.Select(node => node?.DeepClone())])),
        };
    }

    private static ToolResult Insert(ToolArguments arguments)
    {
        var root = Content(arguments);
        var steps = JsonPath.Parse(arguments.Text("query"));
        var value = Value(arguments, "new_value");
        var lists = JsonPath.Find(root, steps).OfType<JsonArray>().ToList();
        if (lists.Count > 0)
        {
            foreach (var list in lists)
            {
                var at = arguments.OptionalText("index") is null ? list.Count : (int)arguments.WholeNumber("index");
                list.Insert(Math.Clamp(at, 0, list.Count), value?.DeepClone());
            }

            return Write(root);
        }

        if (steps is not [.., var last] || JsonPath.NameOf(last) is not { } name)
        {
            throw ToolFaults.Argument("query must lead to a list, or to the new member of an object.");
        }

        foreach (var parent in Parents(root, steps).OfType<JsonObject>())
        {
            parent[name] = value?.DeepClone();
        }

        return Write(root);
    }

    private static ToolResult Replace(ToolArguments arguments)
    {
        var root = Content(arguments);
        var steps = JsonPath.Parse(arguments.Text("query"));
        var value = Value(arguments, "replace_value");
        return Write(steps.Count == 0 ? value : Each(root, steps, (members, name) => members[name] = value?.DeepClone(),
            (items, at) => items[at] = value?.DeepClone()));
    }

    private static ToolResult Delete(ToolArguments arguments)
        => Write(Each(
            Content(arguments), JsonPath.Parse(arguments.Text("query")), (members, name) => members.Remove(name),
            (items, at) => items.RemoveAt(at)));

    // From the end, so that places before a removed one stay what they are.
    private static JsonNode? Each(
        JsonNode? root, IReadOnlyList<PathStep> steps, Action<JsonObject, string> member, Action<JsonArray, int> item)
    {
        if (steps is not [.., var last])
        {
            throw ToolFaults.Argument("query must lead to something inside of the JSON.");
        }

        var parents = Parents(root, steps).ToList();
        foreach (var members in parents.OfType<JsonObject>())
        {
            var names = last.IsAll ? [.. members.Select(one => one.Key)]
                : JsonPath.NameOf(last) is { } name && members.ContainsKey(name) ? (string[])[name] : [];
            Array.ForEach(names, name => member(members, name));
        }

        foreach (var items in parents.OfType<JsonArray>())
        {
            var places = last.IsAll ? Enumerable.Range(0, items.Count).Reverse()
                : last.Place is { } place && JsonPath.At(items, place) is { } at ? [at] : [];
            foreach (var found in places.ToList())
            {
                item(items, found);
            }
        }

        return root;
    }

    private static IEnumerable<JsonNode?> Parents(JsonNode? root, IReadOnlyList<PathStep> steps)
    {
        var last = steps[^1];
        // Below every depth means: below every node there is.
        return last.IsDeep
            ? JsonPath.Find(root, [.. steps.Take(steps.Count - 1), new PathStep(null, null, IsDeep: true)]).Append(root)
            : JsonPath.Find(root, [.. steps.Take(steps.Count - 1)]);
    }

    private static JsonNode? Content(ToolArguments arguments)
    {
        if (arguments.Text("content").Length > Longest)
        {
            throw ToolFaults.Argument($"content may have at most {Longest:N0} characters.");
        }

        return arguments.Json("content") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json
            ? JsonNode.Parse(json.GetRawText())
            : throw ToolFaults.Argument("content must be JSON: an object or a list.");
    }

    private static JsonNode? Value(ToolArguments arguments, string name)
        => arguments.Json(name) is { } value ? JsonNode.Parse(value.GetRawText()) : null;

    private static ToolResult Write(JsonNode? json)
    {
        var text = JsonSerializer.Serialize(json, Core.Json.Snake);
        return new ToolResult(text) { Json = JsonSerializer.SerializeToElement(json, Core.Json.Snake) };
    }
}
