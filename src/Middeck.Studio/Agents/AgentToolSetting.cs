using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>A tool of an app, as its configuration names it.</summary>
/// <param name="Reference">Which one.</param>
/// <param name="Label">What the file calls it; null for nothing.</param>
/// <param name="Parameters">What the app's maker has filled in; null for nothing.</param>
/// <param name="Confirm">Whether people are asked before it is called; null for the tool's own default.</param>
/// <param name="Path">Where it stands, such as <c>agent_mode.tools[0]</c>.</param>
internal sealed record AgentToolSetting(
    ToolReference Reference, string? Label, JsonElement? Parameters, bool? Confirm, string Path)
{
    /// <summary>The values that the model is not to choose, by the argument's name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fixed()
    {
        var values = new Dictionary<string, JsonElement>();
        if (Parameters is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var parameter in given.EnumerateObject())
            {
                if (ValueOf(parameter.Value) is { } value)
                {
                    values[parameter.Name] = value;
                }
            }
        }

        return values;
    }

    // A bare value, or {"auto": 0, "value": …}; what is empty is the model's to choose.
    private static JsonElement? ValueOf(JsonElement parameter)
    {
        if (parameter.ValueKind != JsonValueKind.Object)
        {
            return parameter.ValueKind is JsonValueKind.Null or JsonValueKind.String && parameter.ToString().Length == 0
                ? null
                : parameter;
        }

        return parameter.Member("auto").WholeNumber() == 1 ? null
            : parameter.Member("value") is { } value && value.ToString().Length > 0 ? value
            : null;
    }
}
