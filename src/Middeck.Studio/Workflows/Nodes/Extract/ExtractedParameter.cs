using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Workflows.Nodes.Extract;

/// <summary>
/// Something to be found in a text: <code>{"name": "city", "type": "string", "description": "Where to", "required": true}</code>
/// </summary>
/// <param name="Name">Also the output's.</param>
/// <param name="Type"><c>string</c>, <c>number</c>, <c>boolean</c>, <c>select</c>, or <c>array[…]</c> of string, number, object or boolean.</param>
/// <param name="Description">What it is.</param>
/// <param name="Required">Whether not finding it is a failure to extract.</param>
/// <param name="Options">What a <c>select</c> can be.</param>
internal sealed record ExtractedParameter(
    string Name, string Type, string Description, bool Required, IReadOnlyList<string> Options)
{
    public bool IsList => Type.StartsWith("array", StringComparison.Ordinal);

    /// <summary>The type of the items of a list; <c>string</c> where none is said.</summary>
    public string ItemType
    {
        get
        {
            var open = Type.IndexOf('[', StringComparison.Ordinal);
            return open < 0 ? "string" : Normal(Type[(open + 1)..].TrimEnd(']'));
        }
    }

    public static ExtractedParameter Read(JsonElement json)
    {
        string[] options = [.. json.Member("options").Texts()];
        var type = Normal(json.Member("type").Text() ?? "string");
        return new ExtractedParameter(
            json.Member("name").Text() ?? "",
            type,
            json.Member("description").Text() ?? "",
            json.Member("required").Flag() ?? false,
            options);
    }

    /// <summary>The parameter as a property of a JSON Schema.</summary>
    public Dictionary<string, object> Schema()
    {
        var schema = new Dictionary<string, object> { ["description"] = Description };
        if (IsList)
        {
            schema["type"] = "array";
            schema["items"] = new Dictionary<string, object> { ["type"] = ItemType };
        }
        else
        {
            schema["type"] = Type == "select" ? "string" : Type;
            if (Options.Count > 0 && Type == "select")
            {
                schema["enum"] = Options;
            }
        }

        return schema;
    }

    private static string Normal(string type) => type switch
    {
        "bool" => "boolean",
        "text" => "string",
        "integer" or "float" or "int" => "number",
        _ => type,
    };
}
