using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools.Workflows;

/// <summary>An app as something that is called with arguments: by models, by workflows, by clients that speak MCP.</summary>
internal static partial class AppSchema
{
    private const int LongestName = 64;

    /// <summary>The app's name in letters that names of tools may have; <c>app</c> with the key's first digits when nothing is left of it.</summary>
    public static string NameOf(string name, Guid id)
    {
        var clean = Others().Replace(name.ToLowerInvariant(), "_").Trim('_');
        return clean.Length == 0 ? $"app_{id.ToString("N")[..8]}" : clean[..Math.Min(clean.Length, LongestName)];
    }

    /// <summary>The JSON schema of the app's form. Files are left out: they cannot be handed over as arguments.</summary>
    /// <param name="app">The app.</param>
    /// <param name="more">Further arguments, by name; required ones first.</param>
    public static JsonElement Of(AppSnapshot app, params (string Name, JsonObject Schema, bool Required)[] more)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, schema, isRequired) in more)
        {
            properties[name] = schema;
            if (isRequired)
            {
                required.Add(name);
            }
        }

        foreach (var field in app.Config.InputForm.Where(field => field.Files is null))
        {
            properties.TryAdd(field.Variable, SchemaOf(field));
            if (field.Required && !required.Any(name => (string)name! == field.Variable))
            {
                required.Add(field.Variable);
            }
        }

        return JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
        });
    }

    private static JsonObject SchemaOf(InputField field) => field.Type switch
    {
        InputFieldType.Number => new JsonObject { ["type"] = "number" },
        InputFieldType.Checkbox => new JsonObject { ["type"] = "boolean" },
        InputFieldType.Select => new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. field.Options.Select(option => (JsonNode)option)]),
        },
        _ => field.MaxLength is { } most and > 0
            ? new JsonObject { ["type"] = "string", ["maxLength"] = most }
            : new JsonObject { ["type"] = "string" },
    };

    [GeneratedRegex("[^a-z0-9_-]+")]
    private static partial Regex Others();
}
