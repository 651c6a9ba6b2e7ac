using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents.React;

/// <summary>Finds the objects inside of what a model has written: in fences, in tags, between sentences.</summary>
internal static class ReactJson
{
    private const int MostTried = 50;

    /// <summary>The first object or list of objects that is an action, with where it stands; null for none.</summary>
    public static (int Start, IReadOnlyList<ReactAction> Actions)? Find(string text)
    {
        var tried = 0;
        for (var at = 0; at < text.Length && tried < MostTried; at++)
        {
            if (text[at] is not ('{' or '[') || EndOf(text, at) is not { } end)
            {
                continue;
            }

            tried++;
            if (ToolArguments.TryParse(text[at..end]) is { } json && ActionsOf(json) is { Count: > 0 } actions)
            {
                return (at, actions);
            }
        }

        return null;
    }

    /// <summary>The object or list that begins at a place; null when it does not end.</summary>
    public static string? ObjectAt(string text, int start) => EndOf(text, start) is { } end ? text[start..end] : null;

    private static List<ReactAction> ActionsOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray().SelectMany(ActionsOf)],
        JsonValueKind.Object => ActionOf(json) is { } action ? [action] : [],
        _ => [],
    };

    private static ReactAction? ActionOf(JsonElement json)
    {
        var function = json.Member("function") is { ValueKind: JsonValueKind.Object } inside ? inside : json;
        var name = First(function, "action", "tool", "tool_name", "name", "function", "行动", "动作").Text();
        var input = First(
            function, "action_input", "actionInput", "tool_input", "arguments", "parameters", "args", "input", "行动输入",
            "动作输入");
        return name is { Length: > 0 } && (input is not null || function.Member("action") is not null)
            ? new ReactAction(name.Trim(), input.Text() ?? input?.GetRawText() ?? "")
            : null;
    }

    private static JsonElement? First(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.Member(name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    // Behind the bracket that closes the one at the start; brackets inside of texts do not count.
    private static int? EndOf(string text, int start)
    {
        var (depth, isText) = (0, false);
        for (var at = start; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when isText:
                    at++;
                    break;
                case '"':
                    isText = !isText;
                    break;
                case '{' or '[' when !isText:
                    depth++;
                    break;
                case '}' or ']' when !isText:
                    if (--depth == 0)
                    {
                        return at + 1;
                    }

                    break;
                default:
                    break;
            }
        }

        return null;
    }
}
