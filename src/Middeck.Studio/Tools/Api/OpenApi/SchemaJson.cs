using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Middeck.Studio.Tools.Api.OpenApi;

/// <summary>Schemas of OpenAPI as JSON schema, with what they refer to written out as far as a model reads.</summary>
internal static class SchemaJson
{
    private const int MostDepth = 6;
    private const int LongestDescription = 1_000;

    public static JsonObject Of(IOpenApiSchema? schema) => Of(schema, 0);

    private static JsonObject Of(IOpenApiSchema? schema, int depth)
    {
        var json = new JsonObject();
        // Schemas that hold themselves are cut where nobody reads on.
        if (schema is null || depth > MostDepth)
        {
            return json;
        }

        foreach (var part in schema.AllOf ?? [])
        {
            Merge(json, Of(part, depth));
        }

        WriteFacts(json, schema);
        if (schema.Properties is { Count: > 0 } properties)
        {
            var members = json["properties"] as JsonObject ?? [];
            json["properties"] = members;
            foreach (var (name, property) in properties.Where(property => !property.Value.ReadOnly))
            {
                members[name] = Of(property, depth + 1);
            }
        }

        if (schema.Required is { Count: > 0 } required)
        {
            var known = json["required"] as JsonArray ?? [];
            json["required"] = new JsonArray([.. known.Select(name => (string)name!).Union(required).Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        }

        if (schema.Items is { } items)
        {
            json["items"] = Of(items, depth + 1);
        }

        WriteChoice(json, "anyOf", schema.AnyOf, depth);
        WriteChoice(json, "oneOf", schema.OneOf, depth);
        return json;
    }

    private static void WriteFacts(JsonObject json, IOpenApiSchema schema)
    {
        if (TypeOf(schema.Type) is { } type)
        {
            json["type"] = type;
        }
        else if (json["type"] is null && (schema.Properties is { Count: > 0 } || schema.Items is not null))
        {
            json["type"] = schema.Items is null ? "object" : "array";
        }

        if (schema.Description is { Length: > 0 } description)
        {
            json["description"] = description.Length <= LongestDescription ? description : description[..LongestDescription];
        }

        if (schema.Format is { Length: > 0 } format)
        {
            json["format"] = format;
        }

        if (schema.Enum is { Count: > 0 } choices)
        {
            json["enum"] = new JsonArray([.. choices.Select(choice => choice?.DeepClone())]);
        }

        if (schema.Default is { } preset)
        {
            json["default"] = preset.DeepClone();
        }
    }

    private static void WriteChoice(JsonObject json, string name, IList<IOpenApiSchema>? choices, int depth)
    {
        if (choices is { Count: > 0 })
        {
            json[name] = new JsonArray([.. choices.Select(choice => Of(choice, depth + 1))]);
        }
    }

    private static void Merge(JsonObject into, JsonObject part)
    {
        foreach (var (name, value) in part.ToList())
        {
            if (name == "properties" && into[name] is JsonObject members && value is JsonObject more)
            {
                Merge(members, more);
            }
            else if (name == "required" && into[name] is JsonArray required && value is JsonArray also)
            {
                into[name] = new JsonArray([.. required.Concat(also).Select(item => (string)item!).Distinct().Select(item => JsonValue.Create(item))]);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }

    // Whether it may be null is left out: a caller leaves it out instead.
    private static string? TypeOf(JsonSchemaType? type) => (type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.String => "string",
        JsonSchemaType.Integer => "integer",
        JsonSchemaType.Number or (JsonSchemaType.Number | JsonSchemaType.Integer) => "number",
        JsonSchemaType.Boolean => "boolean",
        JsonSchemaType.Array => "array",
        JsonSchemaType.Object => "object",
        _ => null,
    };
}
