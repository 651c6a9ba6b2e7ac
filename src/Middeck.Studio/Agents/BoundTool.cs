using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>A tool in the hands of an agent: under a name of its own, with what the app's maker has filled in.</summary>
internal sealed class BoundTool : AIFunctionDeclaration
{
    private readonly IReadOnlyDictionary<string, JsonElement> _fixed;

    /// <param name="name">By which the model calls it; no other tool of the agent has it.</param>
    /// <param name="key">By which decisions about it are remembered.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="values">Arguments that are not the model's to choose.</param>
    /// <param name="confirm">Whether people are asked before it is called; null for the tool's own default.</param>
    public BoundTool(string name, string key, ITool tool, IReadOnlyDictionary<string, JsonElement> values, bool? confirm)
    {
        var properties = ((JsonElement?)tool.Info.Parameters).Member("properties");
        _fixed = values.Where(value => properties.Member(value.Key) is not null).ToDictionary();
        (Name, Key, Tool) = (name, key, tool);
        NeedsConfirmation = confirm ?? tool.Info.NeedsConfirmation;
        JsonSchema = Without(tool.Info.Parameters, _fixed.Keys);
    }

    public override string Name { get; }

    public override string Description => Tool.Info.Description.En;

    public override JsonElement JsonSchema { get; }

    public string Key { get; }

    public ITool Tool { get; }

    public bool NeedsConfirmation { get; }

    /// <summary>The arguments that the tool gets: the model's, with the fixed ones over them.</summary>
    public JsonElement Complete(JsonElement given)
    {
        if (_fixed.Count == 0)
        {
            return given;
        }

        var all = JsonObject.Create(given)!;
        foreach (var (name, value) in _fixed)
        {
            all[name] = JsonNode.Parse(value.GetRawText());
        }

        return JsonSerializer.SerializeToElement(all, Core.Json.Snake);
    }

    /// <summary>
    /// The arguments that a text stands for: the object that it is, or the one argument that can be meant. Null when it is neither.
    /// </summary>
    public JsonElement? Arguments(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || ToolArguments.TryParse(text) is { ValueKind: JsonValueKind.Null })
        {
            return JsonSerializer.SerializeToElement(new JsonObject());
        }

        if (ToolArguments.TryParse(text) is { ValueKind: JsonValueKind.Object } arguments)
        {
            return arguments;
        }

        // "15 * 3" for a tool that takes an expression; not what was meant as an object and is broken.
        return !text.TrimStart().StartsWith('{') && OnlyText() is { } name
            ? JsonSerializer.SerializeToElement(new Dictionary<string, string> { [name] = Unquoted(text) })
            : null;
    }

    private string? OnlyText()
    {
        var schema = (JsonElement?)JsonSchema;
        var required = schema.Member("required").Texts().ToList();
        var properties = schema.Member("properties") is { } all ? all.EnumerateObject().Select(one => one.Name).ToList() : [];
        var name = required is [var needed] ? needed : properties is [var only] ? only : null;
        return name is not null && schema.Member("properties").Member(name).Member("type").Text() is "string" ? name : null;
    }

    private static string Unquoted(string text) => ((JsonElement?)ToolArguments.TryParse(text)).Text() ?? text.Trim();

    private static JsonElement Without(JsonElement schema, IEnumerable<string> names)
    {
        if (!names.Any())
        {
            return schema;
        }

        var root = JsonObject.Create(schema)!;
        foreach (var name in names)
        {
            root["properties"]!.AsObject().Remove(name);
            if (root["required"] is JsonArray required)
            {
                required.RemoveAll(item => item is JsonValue value && value.TryGetValue<string>(out var text) && text == name);
            }
        }

        return JsonSerializer.SerializeToElement(root, Core.Json.Snake);
    }
}
